package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.syntax.dockerfile.CommandLine;
import dev.drydock.syntax.dockerfile.Instruction;
import org.jspecify.annotations.Nullable;

/// A command in the shell form where there is no shell.
public final class ShellRunInScratch implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            for (Step step : stage.steps()) {
                CommandLine command = command(step.instruction());
                if (!step.isOnbuild()
                        && command instanceof CommandLine.Shell(var text)
                        && !text.isEmpty()
                        && step.shell().set() == null
                        && step.lacksShell()) {
                    report.at(
                                    file.source(),
                                    step.instruction().head().keywordSpan(),
                                    step.instruction().keyword()
                                            + " needs a shell here, and there is none in the image; "
                                            + (step.instruction() instanceof Instruction.Run
                                                    ? "do this in an earlier stage and copy the result"
                                                    : "write a JSON array"))
                            .related(file.source(), stage.span(), "the stage, which starts without a shell");
                }
            }
        }
    }

    private static @Nullable CommandLine command(Instruction instruction) {
        return switch (instruction) {
            case Instruction.Run run -> run.mounts().isEmpty() ? run.command() : null;
            case Instruction.Cmd cmd -> cmd.command();
            case Instruction.Entrypoint entrypoint -> entrypoint.command();
            case Instruction.Healthcheck check -> check.command();
            default -> null;
        };
    }
}
