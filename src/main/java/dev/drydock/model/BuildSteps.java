package dev.drydock.model;

import dev.drydock.model.command.Argument;
import dev.drydock.model.command.Command;
import dev.drydock.model.data.DataTable;
import dev.drydock.model.data.Wildcard;
import dev.drydock.syntax.image.ImageReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The table of commands that compile or bundle, `data/build-steps.tsv`.
final class BuildSteps {

    private BuildSteps() {}

    /// One kind of command and what brings its tools.
    record Row(String language, List<String> commands, List<String> verbs, List<String> images, List<String> packages) {

        /// Whether it makes one file of many rather than machine code: what does that are dependencies of the
        /// project.
        boolean bundles() {
            return language.equals("bundle");
        }

        /// Whether an image brings the tools.
        boolean isIn(ImageReference image) {
            String name = image.familiarName();
            String tag = image.tag() == null ? "" : image.tag();
            for (String pattern : images) {
                boolean no = pattern.startsWith("!");
                int colon = pattern.lastIndexOf(':');
                String names = pattern.substring(no ? 1 : 0, colon < 0 ? pattern.length() : colon);
                String tags = colon < 0 ? "*" : pattern.substring(colon + 1);
                if (Wildcard.matches(names, name) && Wildcard.matches(tags, tag)) {
                    return !no;
                }
            }
            return false;
        }

        /// Whether a package brings the tools.
        boolean isIn(String packageName) {
            return Wildcard.anyMatches(packages, packageName);
        }
    }

    private static final class Table {
        private static final List<Row> ROWS = read();

        private static List<Row> read() {
            var rows = new ArrayList<Row>();
            for (String[] fields : DataTable.rows("build-steps.tsv")) {
                rows.add(new Row(
                        fields[0],
                        DataTable.split(fields[1], ','),
                        DataTable.split(fields[2], ','),
                        DataTable.split(fields[3], ','),
                        DataTable.split(fields[4], ',')));
            }
            return rows;
        }
    }

    /// What kind of build the command is; null where it is none.
    static @Nullable Row find(Command command) {
        for (Row row : Table.ROWS) {
            if (row.commands().contains(command.name()) && matches(row, command)) {
                return row;
            }
        }
        return null;
    }

    /// The argument that says so; null where the command alone does.
    static @Nullable Argument verb(Row row, Command command) {
        for (Argument argument : command.arguments()) {
            String value = argument.value();
            if (!value.isEmpty() && isVerb(row, value)) {
                return argument;
            }
        }
        return null;
    }

    private static boolean matches(Row row, Command command) {
        // `tool@version` is not the project's own.
        for (Argument argument : command.arguments()) {
            if (argument.prefix().indexOf('@') > 0 || argument.is("--version") || argument.is("--help")) {
                return false;
            }
        }
        return row.verbs().contains("*")
                || verb(row, command) != null
                || (row.verbs().contains("-") && hasNoOperand(command));
    }

    private static boolean isVerb(Row row, String value) {
        for (String verb : row.verbs()) {
            boolean plain = verb.length() > 1;
            if (plain && (Wildcard.matches(verb, value) || value.endsWith(":" + verb))) {
                return true;
            }
        }
        return false;
    }

    /// Whether there are only options, their values and assignments, as in `make -j 4 -C src CFLAGS=-O2`.
    private static boolean hasNoOperand(Command command) {
        boolean value = false;
        for (Argument argument : command.arguments()) {
            String text = argument.text().or("?");
            if (!value
                    && !text.startsWith("-")
                    && text.indexOf('=') < 0
                    && !argument.prefix().isEmpty()) {
                return false;
            }
            value = switch (text) {
                case "-C", "-f", "-j", "-l" -> true;
                case String _ -> false;
            };
        }
        return true;
    }
}
