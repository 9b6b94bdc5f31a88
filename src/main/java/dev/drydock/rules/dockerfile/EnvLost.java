package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Argument;
import dev.drydock.model.command.Command;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A `RUN` that ends with a setting of its shell, which the next instruction does not see.
public final class EnvLost implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Step step : file.runs()) {
            Command last = null;
            for (Command command : step.commands()) {
                last = command.isCaptured() ? last : command;
            }
            if (last == null || last.isConditional() || !step.commands().isComplete()) {
                continue;
            }
            String remedy = remedy(last);
            if (!remedy.isEmpty()) {
                report.at(
                        file.source(),
                        last.executable().span(),
                        last.name() + " ends with the shell of this RUN; " + remedy);
            }
        }
    }

    /// What to do instead; empty where the command may do more than set up its shell.
    private static String remedy(Command command) {
        return switch (command.name()) {
            case "export" -> isSetting(command) ? "set the variable with ENV" : "";
            case "source", "." ->
                setsUpOnly(command) ? "use it in the RUN that needs it, or set PATH and the variables with ENV" : "";
            case "ulimit" -> "set the limit when the container starts";
            case "umask", "alias", "shopt" -> "use it in the RUN that needs it";
            default -> "";
        };
    }

    private static boolean isSetting(Command command) {
        for (Argument argument : command.arguments()) {
            if (argument.prefix().indexOf('=') > 0) {
                return true;
            }
        }
        return false;
    }

    /// Whether the script is one that is known to only set variables and functions.
    private static boolean setsUpOnly(Command command) {
        if (command.arguments().isEmpty()) {
            return false;
        }
        String path = command.arguments().getFirst().prefix();
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "activate",
                    ".bashrc",
                    "bash.bashrc",
                    ".bash_profile",
                    ".profile",
                    "profile",
                    ".zshrc",
                    "nvm.sh",
                    "setup.bash" -> true;
            case "env" -> path.endsWith(".cargo/env") || path.endsWith("cargo/env");
            default -> false;
        };
    }
}
