package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Paths;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Argument;
import dev.drydock.model.command.Command;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import java.util.List;

/// A `cd` at the start of a `RUN`, where `WORKDIR` says the same for all that follows.
public final class UseWorkdir implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        boolean anywhere = report.options().flag("anywhere");
        for (Step step : file.runs()) {
            List<Command> commands = step.commands().list();
            for (int i = 0; i < commands.size(); i++) {
                Command command = commands.get(i);
                if (command.name().equals("cd")) {
                    // With nothing behind it, it does nothing at all, and another rule tells that.
                    if (i + 1 < commands.size() && isForWorkdir(step, command)) {
                        check(step, command, report);
                    }
                    if (!anywhere) {
                        break;
                    }
                } else if (!anywhere && !isPrelude(command)) {
                    break;
                }
            }
        }
    }

    private static void check(Step step, Command command, Report report) {
        String written = command.arguments().getLast().value();
        String directory = step.workdir() instanceof Text.Known(String here) ? Paths.join(here, written) : written;
        report.at(
                step.stage().file().source(),
                command.executable().span(),
                "cd holds for this RUN only; write WORKDIR " + directory + " before it");
    }

    /// Whether the directory is certain, and one that `WORKDIR` should name: none of a mount, no temporary one.
    private static boolean isForWorkdir(Step step, Command command) {
        if (command.isConditional()
                || command.isCaptured()
                || command.arguments().isEmpty()) {
            return false;
        }
        Argument directory = command.arguments().getLast();
        return directory.text().isKnown()
                && !directory.value().isEmpty()
                && !directory.value().startsWith("~")
                && !directory.value().startsWith("..")
                && !directory.value().startsWith("/tmp")
                && !directory.value().startsWith("/var/tmp")
                && !directory.isOption()
                && step.mountOver(directory.value()) == null;
    }

    /// What may stand before a `cd` that is meant for the whole `RUN`: settings, and making the directory, which
    /// `WORKDIR` does by itself.
    private static boolean isPrelude(Command command) {
        return switch (command.name()) {
            case "set", "mkdir", "sh", "bash", "ash", "dash" -> true;
            default -> false;
        };
    }
}
