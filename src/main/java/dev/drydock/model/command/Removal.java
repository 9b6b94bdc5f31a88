package dev.drydock.model.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an `rm`, `rmdir`, `unlink` or `find … -delete` takes away.
///
/// @param paths the arguments that name it, patterns as they are written
/// @param recursive whether directories go with what is in them
public record Removal(Command command, List<Argument> paths, boolean recursive) {

    public Removal {
        paths = List.copyOf(paths);
    }

    /// What `command` removes, null where it removes nothing.
    public static @Nullable Removal of(Command command) {
        return switch (command.name()) {
            case "rm", "rmdir", "unlink", "shred" -> plain(command);
            case "find" -> command.has("-delete") || command.has("rm") ? found(command) : null;
            default -> null;
        };
    }

    private static Removal plain(Command command) {
        List<Argument> paths = new ArrayList<>();
        boolean recursive = false;
        boolean onlyPaths = false;
        for (Argument argument : command.arguments()) {
            if (!onlyPaths && argument.is("--")) {
                onlyPaths = true;
            } else if (!onlyPaths && argument.isOption()) {
                String option = argument.prefix();
                recursive |= option.equals("--recursive")
                        || (option.charAt(1) != '-' && (option.indexOf('r') > 0 || option.indexOf('R') > 0));
            } else {
                paths.add(argument);
            }
        }
        return new Removal(command, paths, recursive);
    }

    private static Removal found(Command command) {
        List<Argument> paths = new ArrayList<>();
        for (Argument argument : command.arguments()) {
            if (argument.isOption() || argument.is("(") || argument.is("!")) {
                break;
            }
            paths.add(argument);
        }
        return new Removal(command, paths, true);
    }

    /// Whether only a run would tell what it takes away with all that is in it.
    boolean isOfSomethingUnknown() {
        for (Argument argument : paths) {
            if (recursive && !argument.text().isKnown() && argument.prefix().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /// Whether it certainly takes a file away, by its name or with a directory above it.
    public boolean removes(String file) {
        if (command.isConditional()) {
            return false;
        }
        for (Argument argument : paths) {
            if (argument.is(file)) {
                return true;
            }
        }
        return empties(file);
    }

    /// Whether it certainly takes away what is in `directory`: the directory, one above it, or all in it by `/*`.
    public boolean empties(String directory) {
        return emptying(directory) != null;
    }

    /// The argument by which it certainly takes away what is in `directory`, or null.
    public @Nullable Argument emptying(String directory) {
        if (command.isConditional() || !recursive) {
            return null;
        }
        for (Argument argument : paths) {
            String path = trimmed(argument.value());
            boolean inHome = path.startsWith("~/") && (directory + "/").contains(path.substring(1) + "/");
            if (!path.isEmpty() && (inHome || directory.equals(path) || directory.startsWith(path + "/"))) {
                return argument;
            }
        }
        return null;
    }

    private static String trimmed(String path) {
        int end = path.length();
        while (end > 1 && (path.charAt(end - 1) == '/' || path.charAt(end - 1) == '*')) {
            if (path.charAt(end - 1) == '*' && path.charAt(end - 2) != '/' && path.charAt(end - 2) != '*') {
                break;
            }
            end--;
        }
        return path.substring(0, end);
    }
}
