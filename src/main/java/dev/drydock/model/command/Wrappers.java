package dev.drydock.model.command;

import dev.drydock.model.data.DataTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Commands that run the command in their arguments, from `data/command-wrappers.tsv`.
final class Wrappers {

    private Wrappers() {}

    /// How to find the command in a wrapper's arguments.
    ///
    /// @param valued its options that take the next argument
    /// @param positionals how many arguments stand between the options and the command
    record Wrapper(Set<String> valued, int positionals) {}

    private static final class Table {
        private static final Map<String, Wrapper> WRAPPERS = read();

        private static Map<String, Wrapper> read() {
            Map<String, Wrapper> wrappers = new HashMap<>();
            for (String[] fields : DataTable.rows("command-wrappers.tsv")) {
                Wrapper wrapper =
                        new Wrapper(new HashSet<>(DataTable.split(fields[2], ',')), fields[1].charAt(0) - '0');
                for (String name : DataTable.split(fields[0], ',')) {
                    wrappers.put(name, wrapper);
                }
            }
            return wrappers;
        }
    }

    /// Where in its arguments the command begins that `command` runs, or -1.
    static int inner(Command command) {
        List<Argument> arguments = command.arguments();
        if (arguments.isEmpty() || command.name().isEmpty()) {
            return -1;
        }
        int at = 0;
        Wrapper wrapper = find(command.name());
        if (wrapper == null) {
            int verb = firstPositional(arguments);
            wrapper = verb < 0
                    ? null
                    : find(command.name() + " " + arguments.get(verb).value());
            at = verb + 1;
        }
        if (wrapper == null || (command.name().equals("command") && onlyAsks(arguments.getFirst()))) {
            return -1;
        }
        int positionals = wrapper.positionals();
        while (at < arguments.size()) {
            Argument argument = arguments.get(at);
            if (argument.is("--")) {
                return at + 1 + positionals < arguments.size() ? at + 1 + positionals : -1;
            }
            if (argument.isOption()) {
                at += wrapper.valued().contains(argument.value()) ? 2 : 1;
            } else if (isAssignment(argument)
                    && (command.name().equals("env") || command.name().equals("sudo"))) {
                at++;
            } else if (positionals > 0) {
                positionals--;
                at++;
            } else {
                return at;
            }
        }
        return -1;
    }

    private static @Nullable Wrapper find(String name) {
        return Table.WRAPPERS.get(name);
    }

    private static int firstPositional(List<Argument> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            if (!arguments.get(i).isOption()) {
                return i;
            }
        }
        return -1;
    }

    private static boolean onlyAsks(Argument option) {
        return option.is("-v") || option.is("-V");
    }

    private static boolean isAssignment(Argument argument) {
        int equals = argument.prefix().indexOf('=');
        return equals > 0 && argument.prefix().lastIndexOf('/', equals) < 0;
    }
}
