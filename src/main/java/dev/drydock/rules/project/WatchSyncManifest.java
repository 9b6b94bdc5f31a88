package dev.drydock.rules.project;

import dev.drydock.model.InstalledDependencies;
import dev.drydock.model.InstalledManifest;
import dev.drydock.model.WatchedPath;
import dev.drydock.model.Workspace;
import dev.drydock.model.build.Stage;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Source;
import dev.drydock.source.Tree;
import dev.drydock.syntax.ignore.IgnoreFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list of dependencies that is copied at each change although only a new build installs them.
public final class WatchSyncManifest implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        List<WatchedPath> all = WatchedPath.of(workspace);
        for (WatchedPath watched : all) {
            Stage stage = watched.stage(workspace);
            if (stage == null || !watched.syncs() || InstalledDependencies.installs(watched.service())) {
                continue;
            }
            for (InstalledManifest manifest : InstalledManifest.of(stage)) {
                check(workspace, all, watched, manifest, report);
            }
        }
    }

    private static void check(
            Workspace workspace,
            List<WatchedPath> all,
            WatchedPath watched,
            InstalledManifest manifest,
            Report report) {
        String path = at(workspace.tree(), watched.path(), manifest.name());
        // A lock file changes together with the list that it belongs to, of which is told where both are watched.
        boolean told = manifest.locks() && path != null && !path.equals(watched.path());
        if (path == null || told || isLeftOut(watched, manifest.name()) || isRebuilt(all, watched, path)) {
            return;
        }
        report.at(
                        watched.written().place(),
                        "a change of " + manifest.name() + " is copied, and nothing is installed; add {action: rebuild,"
                                + " path: " + relative(watched, path) + "}")
                .related(manifest.place(), "installed here");
    }

    /// Where a watched directory has the file, or the path itself where that is the file.
    private static @Nullable String at(Tree tree, String watched, String name) {
        String path = watched.equals(name) || watched.endsWith("/" + name)
                ? watched
                : watched.isEmpty() ? name : watched + "/" + name;
        return tree.kind(path) == Tree.Kind.FILE ? path : null;
    }

    private static boolean isLeftOut(WatchedPath watched, String name) {
        return matches(watched.watch().ignore(), name)
                || (!watched.watch().include().isEmpty()
                        && !matches(watched.watch().include(), name));
    }

    private static boolean matches(List<Value> patterns, String name) {
        for (Value pattern : patterns) {
            if (!pattern.isKnown()
                    || IgnoreFile.read(Source.of("", pattern.or(""))).ignores(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRebuilt(List<WatchedPath> all, WatchedPath watched, String path) {
        for (WatchedPath other : all) {
            boolean same = other.service().name().equals(watched.service().name());
            if (same && !other.syncs() && !other.action().equals("restart") && other.covers(path)) {
                return true;
            }
        }
        return false;
    }

    /// The path as the file that watches would write it.
    private static String relative(WatchedPath watched, String path) {
        String written = watched.written().written();
        boolean itself = watched.path().equals(path);
        return itself
                ? written
                : (written.endsWith("/") ? written : written + "/") + path.substring(path.lastIndexOf('/') + 1);
    }
}
