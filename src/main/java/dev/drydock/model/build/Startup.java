package dev.drydock.model.build;

import dev.drydock.model.image.BaseImage;
import dev.drydock.source.MappedText;
import dev.drydock.syntax.dockerfile.CommandLine;
import dev.drydock.syntax.dockerfile.Instruction;
import java.util.List;
import java.util.Set;

/// What a container of an image does when it starts, as far as the stages tell.
final class Startup {

    private Startup() {}

    private static final Set<String> INTERACTIVE = Set.of(
            "sh", "bash", "ash", "dash", "zsh", "fish", "pwsh", "node", "python", "python2", "python3", "irb", "ruby",
            "jshell", "php", "R", "julia", "erl", "iex", "ghci", "perl", "scala", "lua", "bun", "deno");

    private static final List<String> DROPPERS = List.of(
            "gosu", "su-exec", "setpriv", "s6-overlay", "/init", "fixuid", "runuser", "setuidgid", "supervisord");

    static boolean startsSomething(Stage image) {
        CommandLine command = null;
        CommandLine entrypoint = null;
        for (Stage stage : image.lineage()) {
            for (Step step : stage.steps().reversed()) {
                if (step.isOnbuild()) {
                    continue;
                }
                switch (step.instruction()) {
                    case Instruction.Cmd cmd -> command = command == null ? cmd.command() : command;
                    case Instruction.Entrypoint entry -> entrypoint = entrypoint == null ? entry.command() : entrypoint;
                    default -> {
                        // Nothing else says what starts.
                    }
                }
            }
        }
        if (command != null) {
            return !isInteractive(command);
        }
        BaseImage known = image.rootImage();
        return entrypoint != null || (known != null && known.serves());
    }

    /// Whether the command only waits for what somebody types.
    private static boolean isInteractive(CommandLine command) {
        return switch (command) {
            case CommandLine.Exec exec ->
                exec.arguments().isEmpty()
                        || (exec.arguments().size() <= 2
                                && INTERACTIVE.contains(Paths.lastName(
                                        exec.arguments().getFirst().text()))
                                && (exec.arguments().size() == 1
                                        || exec.arguments().get(1).text().startsWith("-")));
            case CommandLine.Shell(MappedText text) ->
                INTERACTIVE.contains(Paths.lastName(text.text().strip()));
        };
    }

    static boolean dropsPrivileges(Stage image) {
        for (Stage stage : image.lineage()) {
            for (Step step : stage.steps()) {
                String text = step.text();
                for (String dropper : DROPPERS) {
                    if (text.contains(dropper)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
