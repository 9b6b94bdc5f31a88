package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Argument;
import dev.drydock.model.command.Command;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Mount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A command in a `RUN` that only makes sense on a machine with a person or an init system.
public final class PointlessCommand implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Step step : file.runs()) {
            List<Command> commands = step.commands().list();
            for (int i = 0; i < commands.size(); i++) {
                Command command = commands.get(i);
                if (command.isConditional() || command.isCaptured()) {
                    continue;
                }
                String why = why(command, step, i == commands.size() - 1);
                if (why != null) {
                    report.at(
                            file.source(),
                            command.executable().span(),
                            command.name() + " makes no sense in a build: " + why);
                }
            }
        }
    }

    private static @Nullable String why(Command command, Step step, boolean last) {
        return switch (command.name()) {
            case "top", "htop", "free", "ps", "uptime" -> "it shows the builder's processes and memory; remove it";
            case "vim", "vi", "nano", "emacs" ->
                command.pipedFrom() == null && takesNoOptions(command) ? "nobody is there to type; remove it" : null;
            case "shutdown", "reboot", "halt", "poweroff" -> "there is no machine to stop; remove it";
            case "ssh" ->
                hasSshMount(step) ? null : "keys for it would stay in the layer; use RUN --mount=type=ssh or ADD";
            case "mount" ->
                step.instruction().flag("security") != null ? null : "a build may not mount; use RUN --mount or COPY";
            // What it starts is gone when the RUN ends; before other commands it may serve them.
            case "service" ->
                last && !command.has("stop") && !command.has("status")
                        ? "what it starts ends with this RUN; start it in CMD or ENTRYPOINT"
                        : null;
            default -> null;
        };
    }

    /// Editors with options may run a script.
    private static boolean takesNoOptions(Command command) {
        for (Argument argument : command.arguments()) {
            if (argument.isOption() || argument.prefix().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasSshMount(Step step) {
        if (step.instruction() instanceof Instruction.Run run) {
            for (Mount mount : run.mounts()) {
                if (mount.type().equals("ssh")) {
                    return true;
                }
            }
        }
        return false;
    }
}
