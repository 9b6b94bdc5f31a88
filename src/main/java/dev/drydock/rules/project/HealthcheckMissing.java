package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.syntax.dockerfile.Instruction;

/// An image without a `HEALTHCHECK`.
public final class HealthcheckMissing implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            Stage last = file.finalStage();
            if (last == null
                    || last.from() == null
                    || last.last(Instruction.Healthcheck.class) != null
                    || isCheckedByServices(workspace, file)) {
                continue;
            }
            report.at(
                    file.source(),
                    last.from().image().span(),
                    "no HEALTHCHECK in " + last.title() + ", so Docker cannot tell a hung container from a healthy one;"
                            + " add one, or HEALTHCHECK NONE");
        }
    }

    private static boolean isCheckedByServices(Workspace workspace, BuildFile file) {
        for (Workspace.Use use : workspace.uses(file)) {
            if (use.service().healthcheck() == null) {
                return false;
            }
        }
        return !workspace.uses(file).isEmpty();
    }
}
