package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Command;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A `RUN` that ends with `cd`, which the next instruction does not see.
public final class CdLost implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Step step : file.runs()) {
            Command last = null;
            for (Command command : step.commands()) {
                last = command.isCaptured() ? last : command;
            }
            if (last != null
                    && last.name().equals("cd")
                    && step.commands().isComplete()
                    && !last.isConditional()
                    && leads(last)) {
                report.at(
                        file.source(),
                        last.executable().span(),
                        "the next instruction starts in WORKDIR again; write WORKDIR instead of this cd");
            }
        }
    }

    /// Whether it goes to a place of its own: `cd ..` and `cd -` only go back.
    private static boolean leads(Command command) {
        return !command.arguments().isEmpty()
                && !command.arguments().getFirst().prefix().startsWith("..")
                && !command.arguments().getFirst().is("-");
    }
}
