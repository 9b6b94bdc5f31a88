package dev.drydock.rules.project;

import dev.drydock.model.StartedProgram;
import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.compose.Mount;
import dev.drydock.model.compose.Service;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import dev.drydock.source.Tree;
import dev.drydock.syntax.ignore.IgnoreFile;
import org.jspecify.annotations.Nullable;

/// A mount of the source that hides what the image has built and starts.
public final class MountMasksBuildOutput implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            for (Workspace.Use use : workspace.uses(file)) {
                // In production the mount itself is the fault, and another rule tells it.
                StartedProgram program = use.target() == null || use.role().isProduction()
                        ? null
                        : StartedProgram.of(use.service(), use.target());
                if (program != null) {
                    check(workspace.tree(), use.service(), program, report);
                }
            }
        }
    }

    private static void check(Tree tree, Service service, StartedProgram program, Report report) {
        Mount mount = over(service, program.path());
        String source = mount == null || mount.source() == null || mount.type() != Mount.Type.BIND
                ? null
                : mount.source().path();
        String target = mount == null ? null : target(mount);
        if (mount == null || source == null || target == null || target.equals(program.path())) {
            return;
        }
        String rest = program.path().substring(target.equals("/") ? 1 : target.length() + 1);
        String onHost = Tree.resolve(source, rest);
        String directory = Tree.directory(program.path());
        if (onHost != null && isMissing(tree, onHost)) {
            report.at(
                            mount.place(),
                            "this mount hides " + program.path() + ", which the image has built and the service"
                                    + " starts; mount only the source"
                                    + (directory.equals(target) ? "" : ", or put a volume on " + directory))
                    .step(program.built(), "built here")
                    .step(mount.place(), "hidden here")
                    .step(program.started(), "started here");
        }
    }

    /// Whether the project has no such file: Node.js also finds it without its ending.
    private static boolean isMissing(Tree tree, String path) {
        return tree.kind(path) == Tree.Kind.MISSING
                && tree.kind(path + ".js") == Tree.Kind.MISSING
                && tree.kind(path + ".ts") == Tree.Kind.MISSING;
    }

    /// The mount that shows what is at a path; null where none does, or nobody can tell.
    private static @Nullable Mount over(Service service, String path) {
        Mount nearest = null;
        int length = -1;
        for (Mount mount : service.volumes()) {
            String target = target(mount);
            if (target == null) {
                return null;
            }
            boolean over = path.equals(target) || path.startsWith(target.equals("/") ? "/" : target + "/");
            if (over && target.length() > length) {
                nearest = mount;
                length = target.length();
            }
        }
        return nearest;
    }

    private static @Nullable String target(Mount mount) {
        return mount.target() != null
                        && mount.target().text() instanceof Text.Known(String path)
                        && path.startsWith("/")
                ? IgnoreFile.clean(path)
                : null;
    }
}
