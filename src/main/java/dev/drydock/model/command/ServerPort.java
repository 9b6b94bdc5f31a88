package dev.drydock.model.command;

import dev.drydock.model.data.DataTable;
import dev.drydock.model.data.KeyedTable;
import dev.drydock.source.Text;
import org.jspecify.annotations.Nullable;

/// The port on which a command serves, by `data/server-ports.tsv`.
///
/// @param program the server
/// @param asked whether the command names the port; otherwise it is the one that the server takes by itself
public record ServerPort(String program, String port, boolean asked) {

    private static final class Table {
        private static final KeyedTable ROWS = new KeyedTable("server-ports.tsv");
    }

    /// The port of the one server that the commands start; null where there is none, or where something else may
    /// serve as well.
    public static @Nullable ServerPort of(Commands commands) {
        ServerPort found = null;
        for (Command command : commands) {
            ServerPort port = of(command);
            if (found != null || (port == null && !isPreparation(commands, command))) {
                return null;
            }
            found = port;
        }
        return commands.isComplete() ? found : null;
    }

    private static boolean isPreparation(Commands commands, Command command) {
        return switch (command.name()) {
            case "cd", "echo", "export", "set", "sleep", "mkdir", "chown", "chmod", "alembic", "" -> true;
            case String _ -> commands.runsAnother(command) || command.has("migrate") || command.has("collectstatic");
        };
    }

    private static @Nullable ServerPort of(Command command) {
        int first = 0;
        String program = command.name();
        boolean interprets = program.startsWith("python") || program.equals("ruby") || program.equals("node");
        if (interprets && !command.arguments().isEmpty()) {
            String script = command.arguments().getFirst().value();
            program = script.substring(script.lastIndexOf('/') + 1);
            first = 1;
        }
        for (KeyedTable.Row row : Table.ROWS.rows(program)) {
            int verb = row.fields().get(1).equals("-")
                    ? first - 1
                    : index(command, row.fields().get(1), first);
            if (verb >= first - 1) {
                return read(command, program, row, verb + 1);
            }
        }
        return null;
    }

    private static int index(Command command, String word, int from) {
        for (int i = from; i < command.arguments().size(); i++) {
            if (command.arguments().get(i).is(word)) {
                return i;
            }
        }
        return Integer.MIN_VALUE;
    }

    private static @Nullable ServerPort read(Command command, String program, KeyedTable.Row row, int from) {
        String port = "";
        String operand = "";
        for (int i = from; i < command.arguments().size(); i++) {
            Argument argument = command.arguments().get(i);
            if (!(argument.text() instanceof Text.Known(String text))) {
                return null;
            }
            int equals = text.indexOf('=');
            String option = equals < 0 ? text : text.substring(0, equals);
            if (DataTable.split(row.fields().get(2), ',').contains(option)) {
                boolean behind = equals < 0 && i + 1 < command.arguments().size();
                String value =
                        behind ? command.arguments().get(i + 1).value() : equals < 0 ? "" : text.substring(equals + 1);
                port = number(value);
                if (port.isEmpty()) {
                    return null;
                }
            } else if (text.startsWith("--uds") || text.startsWith("--fd") || text.startsWith("-c")) {
                return null;
            }
            operand = number(text).isEmpty() ? operand : number(text);
        }
        if (port.isEmpty() && row.fields().get(4).equals("any")) {
            port = operand;
        }
        String taken = row.fields().get(3);
        return !port.isEmpty()
                ? new ServerPort(program, port, true)
                : taken.equals("-") ? null : new ServerPort(program, taken, false);
    }

    /// The port at the end of an address; empty where there is none.
    private static String number(String address) {
        String port = address.substring(address.lastIndexOf(':') + 1);
        for (int i = 0; i < port.length(); i++) {
            if (port.charAt(i) < '0' || port.charAt(i) > '9') {
                return "";
            }
        }
        return port;
    }
}
