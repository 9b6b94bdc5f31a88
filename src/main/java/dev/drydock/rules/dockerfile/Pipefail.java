package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.Base;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Argument;
import dev.drydock.model.command.Command;
import dev.drydock.model.command.Commands;
import dev.drydock.model.command.Verification;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import org.jspecify.annotations.Nullable;

/// A pipe in a `RUN` whose shell only looks at the exit status of its last command.
public final class Pipefail implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Step step : file.runs()) {
            if (mentions(step.shell().words())
                    && step.stage().shellHasPipefail(step.shell().name())) {
                continue;
            }
            Command lost = firstLost(step);
            if (lost != null) {
                report.at(
                        file.source(),
                        lost.executable().span(),
                        "if " + lost.name() + " fails, the pipe hides it; " + remedy(step));
            }
        }
    }

    /// The first command whose failure a pipe hides, or null.
    private static @Nullable Command firstLost(Step step) {
        for (Command command : step.commands()) {
            if (command.name().equals("set") && mentionsPipefail(command)) {
                return null;
            }
            if (mayFail(command)
                    && isHidden(command, command.pipedInto(), step.commands())
                    && !isInsidePipefail(command, step.stage())) {
                return command;
            }
        }
        return null;
    }

    private static boolean mayFail(Command command) {
        return switch (command.name()) {
            case "", "echo", "printf", "yes", "true", ":" -> false;
            // Without arguments they print what the script holds, or what comes to them.
            case "cat", "tee", "tr", "sort", "uniq", "sed", "awk", "head", "tail", "cut" ->
                command.pipedFrom() == null && !command.arguments().isEmpty();
            default -> true;
        };
    }

    /// Whether nobody hears of a failure: a checksum of nothing does not match, and of what is captured for an
    /// argument nobody asks for the status, with or without the option.
    private static boolean isHidden(Command command, @Nullable Command reader, Commands commands) {
        return reader != null
                && !Verification.isCheck(reader)
                && !(command.isCaptured() && commands.capturer(command) != null);
    }

    private static boolean isInsidePipefail(Command command, Stage stage) {
        for (Command shell = command.wrapper(); shell != null; shell = shell.wrapper()) {
            if (mentionsPipefail(shell) && stage.shellHasPipefail(shell.name())) {
                return true;
            }
        }
        return false;
    }

    private static boolean mentionsPipefail(Command command) {
        for (Argument argument : command.arguments()) {
            if (argument.is("pipefail")) {
                return true;
            }
        }
        return false;
    }

    private static boolean mentions(Iterable<String> words) {
        for (String word : words) {
            if (word.equals("pipefail")) {
                return true;
            }
        }
        return false;
    }

    private static String remedy(Step step) {
        String shell = step.stage().root() instanceof Base.Image(String text, var _) && text.contains("alpine")
                ? "/bin/ash"
                : "/bin/bash";
        return "set SHELL [\"" + shell + "\", \"-o\", \"pipefail\", \"-c\"] before";
    }
}
