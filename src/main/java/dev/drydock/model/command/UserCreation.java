package dev.drydock.model.command;

import dev.drydock.model.data.DataTable;
import dev.drydock.source.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A user or group that a command makes.
///
/// @param group whether it is a group
/// @param name its name
/// @param id the number that is asked for; null where the system chooses
/// @param home the home directory that is asked for; null where it is the usual, and for groups
public record UserCreation(
        Command command,
        boolean group,
        Argument name,
        @Nullable Argument id,
        @Nullable Argument home) {

    /// How to read a command that makes users or groups.
    private record Row(boolean group, List<String> valued, List<String> ids, List<String> homes) {}

    /// Read when the first command is looked up.
    private static final class Table {
        private static final Map<String, Row> ROWS = new HashMap<>();

        static {
            for (String[] fields : DataTable.rows("user-commands.tsv")) {
                ROWS.put(
                        fields[0],
                        new Row(
                                fields[1].equals("group"),
                                DataTable.split(fields[2], ','),
                                DataTable.split(fields[3], ','),
                                DataTable.split(fields[4], ',')));
            }
        }
    }

    /// What `command` makes; null where it makes no user and no group, as `adduser app docker` does not.
    public static @Nullable UserCreation of(Command command) {
        Row row = Table.ROWS.get(command.name());
        if (row == null) {
            return null;
        }
        List<Argument> names = new ArrayList<>();
        Argument id = null;
        Argument home = null;
        List<Argument> arguments = command.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            Argument argument = arguments.get(i);
            if (!argument.isOption()) {
                names.add(argument);
                continue;
            }
            String option = option(argument.prefix(), row);
            if (option.isEmpty()) {
                continue;
            }
            Argument value = valueIn(argument, option);
            if (value == null && i + 1 < arguments.size()) {
                value = arguments.get(++i);
            }
            id = row.ids().contains(option) ? value : id;
            home = row.homes().contains(option) ? value : home;
        }
        return names.size() == 1 ? new UserCreation(command, row.group(), names.getFirst(), id, home) : null;
    }

    /// The option of an argument that takes a value: the long one before its `=`, or the last of a cluster such as
    /// `-rmu`; empty where none does.
    private static String option(String text, Row row) {
        if (text.startsWith("--")) {
            int equals = text.indexOf('=');
            String name = equals < 0 ? text : text.substring(0, equals);
            return row.valued().contains(name) ? name : "";
        }
        for (int i = 1; i < text.length(); i++) {
            String letter = "-" + text.charAt(i);
            if (row.valued().contains(letter)) {
                return letter;
            }
        }
        return "";
    }

    /// What stands behind the option in its own argument, null where nothing does.
    private static @Nullable Argument valueIn(Argument argument, String option) {
        String text = argument.prefix();
        int end = option.startsWith("--") ? option.length() : text.indexOf(option.charAt(1), 1) + 1;
        if (end >= text.length() && argument.text().isKnown()) {
            return null;
        }
        String rest = end < text.length() ? text.substring(text.charAt(end) == '=' ? end + 1 : end) : "";
        return new Argument(argument.text().isKnown() ? Text.of(rest) : Text.unknown(), rest, argument.word());
    }

    /// Whether a switch is there, alone or among others: `-l`, `-rl`, `--no-log-init`.
    public boolean has(char letter, String name) {
        for (Argument argument : command.arguments()) {
            String text = argument.prefix();
            if (argument.is(name) || (argument.isOption() && text.charAt(1) != '-' && isIn(letter, text))) {
                return true;
            }
        }
        return false;
    }

    /// Whether a letter is one of the switches of a cluster, and not part of a value behind one.
    private boolean isIn(char letter, String cluster) {
        Row row = Table.ROWS.get(command.name());
        for (int i = 1; i < cluster.length(); i++) {
            if (cluster.charAt(i) == letter) {
                return true;
            }
            if (row == null || row.valued().contains("-" + cluster.charAt(i))) {
                return false;
            }
        }
        return false;
    }
}
