package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;
import dev.drydock.syntax.dockerfile.CommandLine;
import dev.drydock.syntax.dockerfile.Instruction;

/// A health check in shell form that needs no shell.
public final class HealthcheckExecForm implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            for (Step step : stage.steps()) {
                // A SHELL that was chosen on purpose is meant to be used.
                if (step.instruction() instanceof Instruction.Healthcheck healthcheck
                        && healthcheck.command() instanceof CommandLine.Shell shell
                        && step.shell().set() == null) {
                    check(file, shell, report);
                }
            }
        }
    }

    private static void check(BuildFile file, CommandLine.Shell shell, Report report) {
        String json = shell.asExec();
        if (json != null) {
            report.at(
                            file.source(),
                            shell.span(),
                            "starts a shell for every check and uses nothing of it; write a JSON array")
                    .fix(Fix.safe("write a JSON array", file.source(), new Edit(shell.span(), json)));
        }
    }
}
