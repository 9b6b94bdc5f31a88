package dev.drydock.rules.project;

import dev.drydock.model.InstalledDependencies;
import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.compose.Mount;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import dev.drydock.source.Tree;
import dev.drydock.syntax.ignore.GitIgnore;

/// A mount of the source that hides the dependencies which the image has installed below it.
public final class MountMasksDependencies implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            for (Workspace.Use use : workspace.uses(file)) {
                // In production the mount itself is the fault, and another rule tells it.
                if (use.target() == null
                        || use.role().isProduction()
                        || InstalledDependencies.installs(use.service())) {
                    continue;
                }
                for (InstalledDependencies dependencies : InstalledDependencies.of(use.target())) {
                    check(workspace, use.service(), dependencies, report);
                }
            }
        }
    }

    private static void check(Workspace workspace, Service service, InstalledDependencies dependencies, Report report) {
        Mount nearest = null;
        String nearestTarget = "";
        for (Mount mount : service.volumes()) {
            Value target = mount.target();
            if (target == null || !(target.text() instanceof Text.Known(String path))) {
                return;
            }
            String clean = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
            boolean over = dependencies.directory().equals(clean)
                    || dependencies.directory().startsWith(clean + "/");
            if (over && (nearest == null || clean.length() > nearestTarget.length())) {
                nearest = mount;
                nearestTarget = clean;
            }
        }
        for (Value tmpfs : service.tmpfs()) {
            if (tmpfs.or("").startsWith(dependencies.directory())) {
                return;
            }
        }
        if (nearest != null && !nearestTarget.equals(dependencies.directory())) {
            report(workspace, nearest, nearestTarget, dependencies, report);
        }
    }

    private static void report(
            Workspace workspace, Mount mount, String target, InstalledDependencies dependencies, Report report) {
        String source = mount.source() == null ? null : mount.source().path();
        if (source == null || mount.type() != Mount.Type.BIND) {
            return;
        }
        String onHost = Tree.resolve(source, dependencies.directory().substring(target.length() + 1));
        boolean kept = onHost != null
                && workspace.tree().kind(onHost) == Tree.Kind.DIRECTORY
                && !new GitIgnore(workspace.tree()).ignores(onHost, true);
        if (!kept && !dependencies.isMovedBy(workspace.tree(), source)) {
            report.at(
                            mount.place(),
                            "this mount hides " + dependencies.directory()
                                    + ", which the image has installed; put a volume on it")
                    .related(dependencies.place(), "installed here");
        }
    }
}
