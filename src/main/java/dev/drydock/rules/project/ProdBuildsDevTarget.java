package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A production service that builds a stage for development or tests.
public final class ProdBuildsDevTarget implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            for (Workspace.Use use : workspace.uses(file)) {
                check(workspace, file, use, report);
            }
        }
    }

    private static void check(Workspace workspace, BuildFile file, Workspace.Use use, Report report) {
        // The last stage is built because nothing else is asked for, whatever it is called.
        if (use.role().isProduction()
                && use.target() != null
                && use.build().target() != null
                && workspace.isForDevelopment(use.target())) {
            report.at(
                            use.build().target().place(),
                            "stage \"" + use.target().name() + "\" is for development or tests, and service \""
                                    + use.service().name() + "\" is for production: "
                                    + use.role().reason()
                                    + "; build another one")
                    .related(file.source(), use.target().span(), "the stage");
        }
    }
}
