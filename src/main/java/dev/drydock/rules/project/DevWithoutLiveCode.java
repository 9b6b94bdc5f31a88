package dev.drydock.rules.project;

import dev.drydock.model.CopiedSource;
import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Build;
import dev.drydock.model.compose.Mount;
import dev.drydock.model.compose.Role;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Variant;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Tree;

/// A service to develop with that sees no change of its source before it is built again.
public final class DevWithoutLiveCode implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant.Run run : workspace.compose().runs()) {
            Service service = run.service();
            Build build = service.build();
            if (run.role().kind() == Role.Kind.DEVELOPMENT
                    && build != null
                    && service.complete()
                    && service.watch().isEmpty()
                    && service.node().member("volumes_from") == null
                    && !run.variant().isAwaited(run.service())) {
                check(workspace, run, build, report);
            }
        }
    }

    private static void check(Workspace workspace, Variant.Run run, Build build, Report report) {
        CopiedSource source = CopiedSource.of(workspace, build);
        if (source == null || seesSource(workspace.tree(), run.service(), source)) {
            return;
        }
        String directory = Tree.directory(build.place().source().path());
        String path = source.pathFrom(directory);
        String entry = source.target() == null
                ? "{action: rebuild, path: " + path + "}"
                : "{action: sync+restart, path: " + path + ", target: " + source.target() + "}";
        report.at(
                        run.service().namePlace(),
                        "service \"" + run.service().name() + "\" is for development ("
                                + run.role().reason()
                                + "), and sees no change of its source until it is built again; add develop: {watch: ["
                                + entry + "]}")
                .related(
                        source.copy().step().stage().file().source(),
                        source.copy().source().span(),
                        "copied once");
    }

    /// Whether a mount shows some of the source, or something that nobody knows.
    private static boolean seesSource(Tree tree, Service service, CopiedSource source) {
        for (Mount mount : service.volumes()) {
            String path = mount.source() == null ? null : mount.source().path();
            boolean ofHost = mount.isOfHost() || mount.type() == Mount.Type.UNKNOWN;
            if (ofHost && (path == null ? !isAbsolute(mount) : isNear(tree, path, source.from()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAbsolute(Mount mount) {
        return mount.source() != null && mount.source().or("").startsWith("/");
    }

    private static boolean isNear(Tree tree, String path, String source) {
        return tree.kind(path) != Tree.Kind.FILE
                && (path.isEmpty() || source.isEmpty() || path.startsWith(source) || source.startsWith(path + "/"));
    }
}
