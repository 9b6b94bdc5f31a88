package dev.drydock.model;

import dev.drydock.model.command.Argument;
import dev.drydock.model.command.Command;
import dev.drydock.model.data.DataTable;
import dev.drydock.model.data.Wildcard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The table of signs that an image is for development, tests or further builds: `data/internal-images.tsv`.
final class InternalImages {

    private InternalImages() {}

    private record Row(String kind, List<String> words, List<String> operands) {}

    private static final class Table {
        private static final List<Row> ROWS = read();

        private static List<Row> read() {
            var rows = new ArrayList<Row>();
            for (String[] fields : DataTable.rows("internal-images.tsv")) {
                rows.add(new Row(fields[0], DataTable.split(fields[1], ','), DataTable.split(fields[2], ',')));
            }
            return rows;
        }
    }

    /// Whether a word of the name is one of this kind's.
    static boolean names(String kind, String name) {
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i == name.length() || "._- ".indexOf(name.charAt(i)) >= 0) {
                if (i > start && contains(kind, name.substring(start, i).toLowerCase(Locale.ROOT))) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    /// Whether the whole text is one of this kind's words.
    static boolean contains(String kind, String text) {
        for (Row row : Table.ROWS) {
            if (row.kind().equals(kind) && Wildcard.anyMatches(row.words(), text)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the command is of a kind: `idle` or `internal`.
    ///
    /// @param further what else the command gets, as the arguments of `CMD` go to `ENTRYPOINT`
    static boolean isCommand(String kind, Command command, List<String> further) {
        List<String> operands = null;
        for (Row row : Table.ROWS) {
            if (!row.kind().equals(kind) || !Wildcard.anyMatches(row.words(), command.name())) {
                continue;
            }
            if (operands == null) {
                operands = operands(command, further);
            }
            if (matches(row.operands(), operands)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(List<String> wanted, List<String> operands) {
        return switch (wanted.getFirst()) {
            case "-" -> true;
            case "none" -> operands.isEmpty();
            case String _ -> {
                boolean matches = false;
                for (String operand : operands.subList(0, Math.min(3, operands.size()))) {
                    matches |= Wildcard.anyMatches(wanted, operand);
                }
                yield matches;
            }
        };
    }

    /// What is no option; `-c` and `-m` name what is run as well.
    private static List<String> operands(Command command, List<String> further) {
        var operands = new ArrayList<String>();
        for (Argument argument : command.arguments()) {
            operand(argument.text().or("?"), operands);
        }
        for (String argument : further) {
            operand(argument, operands);
        }
        return operands;
    }

    private static void operand(String argument, List<String> operands) {
        boolean option = argument.startsWith("-");
        if (!option || argument.equals("-c") || argument.equals("-m") || argument.equals("-e")) {
            operands.add(argument);
        }
    }
}
