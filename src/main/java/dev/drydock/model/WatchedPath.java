package dev.drydock.model;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.compose.Build;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.compose.Watch;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.model.context.BuildContext;
import dev.drydock.source.Tree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A path of the project that Compose watches for a service.
///
/// @param written the words that name it
/// @param path from the root of the project
/// @param action such as `sync`; empty where it is unknown
public record WatchedPath(Service service, Watch watch, Value written, String path, String action) {

    /// Those of every service in every way to run it, as far as they are known.
    public static List<WatchedPath> of(Workspace workspace) {
        var watched = new ArrayList<WatchedPath>();
        for (Variant.Run run : workspace.compose().runs()) {
            for (Watch watch : run.service().watch()) {
                WatchedPath path = of(run.service(), watch);
                if (path != null) {
                    watched.add(path);
                }
            }
        }
        return watched;
    }

    private static @Nullable WatchedPath of(Service service, Watch watch) {
        Value written = watch.path();
        String path = written == null ? null : written.path();
        String action = watch.action() == null ? "" : watch.action().or("");
        return written == null || path == null ? null : new WatchedPath(service, watch, written, path, action);
    }

    /// Whether changed files are copied into the container.
    public boolean syncs() {
        return action.startsWith("sync");
    }

    /// Whether another path is this one, or lies in it.
    public boolean covers(String other) {
        return path.isEmpty() || other.equals(path) || other.startsWith(path + "/");
    }

    /// The stage that the service builds; null where that is unknown.
    public @Nullable Stage stage(Workspace workspace) {
        Build build = service.build();
        BuildFile file = build == null ? null : workspace.buildFile(build);
        return build == null || file == null ? null : Workspace.target(file, build);
    }

    /// What the build of the service is sent; null where that is unknown.
    public @Nullable BuildContext context(Workspace workspace) {
        Build build = service.build();
        String directory = build == null ? null : build.contextPath();
        return build == null || directory == null
                ? null
                : BuildContext.of(workspace.tree(), directory, build.dockerfilePath());
    }

    /// The path as seen from a directory; null where it does not lie in it.
    public @Nullable String from(String directory) {
        if (directory.isEmpty() || path.equals(directory)) {
            return directory.isEmpty() && !path.isEmpty() ? path : ".";
        }
        return path.startsWith(directory + "/") ? path.substring(directory.length() + 1) : null;
    }

    /// Whether the source of the service is part of the project, as far as its Dockerfile tells.
    public boolean hasSource(Tree tree) {
        String dockerfile = service.build() == null ? null : service.build().dockerfilePath();
        return dockerfile == null || tree.kind(dockerfile) == Tree.Kind.FILE;
    }

    /// Whether the path is there.
    public boolean exists(Tree tree) {
        return tree.kind(path) != Tree.Kind.MISSING;
    }
}
