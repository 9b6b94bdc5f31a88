package dev.drydock.model.command;

import java.util.List;

/// Commands that run something which nobody reads here, so that anything may come of them.
final class ScriptCalls {

    private ScriptCalls() {}

    private static final List<String> SYSTEM = List.of("/bin/", "/sbin/", "/usr/bin/", "/usr/sbin/");

    /// Whether one of the commands does.
    static boolean areIn(Commands commands) {
        if (!commands.isComplete()) {
            return true;
        }
        for (Command command : commands) {
            if (isScript(command)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isScript(Command command) {
        if (!command.executable().text().isKnown()) {
            return true;
        }
        String path = command.executable().value();
        if (command.name().endsWith(".sh") || (path.indexOf('/') >= 0 && !isOfSystem(path))) {
            return true;
        }
        return switch (command.name()) {
            case ".", "source", "eval", "make", "ansible-playbook", "puppet", "chef-client", "nix-env", "nix" -> true;
            case "sh", "bash", "ash", "dash", "zsh" ->
                NestedShell.script(command.arguments()) < 0
                        && (command.pipedFrom() != null || !command.arguments().isEmpty());
            case String _ -> false;
        };
    }

    private static boolean isOfSystem(String path) {
        for (String directory : SYSTEM) {
            if (path.startsWith(directory)) {
                return true;
            }
        }
        return false;
    }
}
