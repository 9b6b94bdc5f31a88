package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Command;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.syntax.dockerfile.Flag;
import dev.drydock.syntax.dockerfile.Instruction;
import java.util.List;

/// Two `RUN`s of one command each, one after the other.
public final class ConsecutiveRun implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            Step previous = null;
            for (Step step : stage.steps()) {
                if (!(step.instruction() instanceof Instruction.Run)) {
                    previous = null;
                    continue;
                }
                if (previous != null && isSingle(previous) && isSingle(step) && alike(previous, step)) {
                    report.at(
                                    file.source(),
                                    step.instruction().head().keywordSpan(),
                                    "makes a layer of its own for one command; join it with the RUN above by &&")
                            .related(
                                    file.source(), previous.instruction().head().keywordSpan(), "the RUN above");
                }
                previous = step;
            }
        }
    }

    /// Whether it is one command and no list: who lists commands has chosen where layers end.
    private static boolean isSingle(Step step) {
        int commands = 0;
        Command last = null;
        for (Command command : step.commands()) {
            if (command.isCaptured() || command.name().equals("set")) {
                continue;
            }
            // A wrapper comes right before the command that it runs, and is one with it.
            commands += last != null && command.wrapper() == last ? 0 : 1;
            last = command;
        }
        return commands == 1;
    }

    private static boolean alike(Step one, Step other) {
        List<Flag> flags = one.instruction().head().flags();
        List<Flag> others = other.instruction().head().flags();
        if (flags.size() != others.size() || one.isOnbuild() != other.isOnbuild()) {
            return false;
        }
        String text = one.stage().file().source().text();
        for (int i = 0; i < flags.size(); i++) {
            String flag = text.substring(
                    flags.get(i).span().start(), flags.get(i).span().end());
            String otherFlag = text.substring(
                    others.get(i).span().start(), others.get(i).span().end());
            if (!flag.equals(otherFlag)) {
                return false;
            }
        }
        return true;
    }
}
