package dev.drydock.rules.project;

import dev.drydock.model.InstalledDependencies;
import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.compose.Mount;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import dev.drydock.syntax.ignore.IgnoreFile;

/// A volume without a name that keeps the dependencies of an earlier build.
public final class StaleDependencyVolume implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            for (Workspace.Use use : workspace.uses(file)) {
                if (use.target() == null || InstalledDependencies.installs(use.service())) {
                    continue;
                }
                for (InstalledDependencies dependencies : InstalledDependencies.of(use.target())) {
                    check(use, dependencies, report);
                }
            }
        }
    }

    private static void check(Workspace.Use use, InstalledDependencies dependencies, Report report) {
        for (Mount mount : use.service().volumes()) {
            if (mount.type() == Mount.Type.VOLUME
                    && mount.source() == null
                    && mount.target() != null
                    && mount.target().text() instanceof Text.Known(String path)
                    && IgnoreFile.clean(path).equals(dependencies.directory())) {
                report.at(
                                mount.place(),
                                "a new container takes this volume over, and so what a new build installs is not seen;"
                                        + " after a build, start with \"docker compose up --renew-anon-volumes\"")
                        .related(dependencies.place(), "installed here");
            }
        }
    }
}
