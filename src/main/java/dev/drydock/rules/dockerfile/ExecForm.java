package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;
import dev.drydock.source.Problem;
import dev.drydock.source.Span;
import dev.drydock.syntax.dockerfile.CommandLine;
import dev.drydock.syntax.dockerfile.Instruction;

/// `CMD` or `ENTRYPOINT` in shell form.
public final class ExecForm implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            for (Step step : stage.steps()) {
                CommandLine command = switch (step.instruction()) {
                    case Instruction.Cmd cmd -> cmd.command();
                    case Instruction.Entrypoint entrypoint -> entrypoint.command();
                    default -> null;
                };
                // A SHELL that was chosen on purpose is meant to be used.
                if (command instanceof CommandLine.Shell shell
                        && !shell.text().isEmpty()
                        && step.shell().set() == null
                        && !isBrokenJson(file, shell.span())) {
                    report(file, step, shell, report);
                }
            }
        }
    }

    /// Something meant as JSON is reported as that and no more.
    private static boolean isBrokenJson(BuildFile file, Span span) {
        return file.problems(Problem.Kind.INVALID_EXEC_FORM).stream()
                .anyMatch(problem -> problem.span().equals(span));
    }

    private static void report(BuildFile file, Step step, CommandLine.Shell shell, Report report) {
        var draft = report.at(
                file.source(),
                shell.span(),
                step.instruction().keyword()
                        + " in shell form: a shell is process 1 and keeps signals from the program; write a JSON array");
        String json = shell.asExec();
        if (json != null) {
            draft.fix(Fix.unsafe("write a JSON array", file.source(), new Edit(shell.span(), json)));
        }
    }
}
