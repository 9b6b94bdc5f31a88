package dev.drydock.model.command;

import dev.drydock.model.data.DataTable;
import dev.drydock.model.data.Wildcard;
import dev.drydock.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Options, words and variables that switch the check of certificates or signatures off, from
/// `data/insecure-settings.tsv`.
public final class InsecureSettings {

    private InsecureSettings() {}

    /// What switches a check off.
    ///
    /// @param text how it is called in a message
    /// @param what is no longer checked: `certificates`, `signatures` or `checksums`
    /// @param option whether the span is a whole argument that means nothing else
    public record Setting(String text, String what, Span span, boolean option) {}

    /// @param phrases the values, word by word and in lower case
    private record Row(String kind, List<String> values, List<List<String>> phrases, String what, String valued) {}

    private static final class Table {
        private static final Map<String, List<Row>> BY_NAME = new HashMap<>();
        private static final Map<String, Row> VARIABLES = new HashMap<>();

        static {
            for (String[] fields : DataTable.rows("insecure-settings.tsv")) {
                String valued = fields.length > 4 ? fields[4] : "";
                List<String> values = DataTable.split(fields[2], ',');
                List<List<String>> phrases = new ArrayList<>();
                for (String value : values) {
                    phrases.add(DataTable.split(value.toLowerCase(Locale.ROOT), ' '));
                }
                Row row = new Row(fields[0], values, phrases, fields[3], valued);
                for (String name : DataTable.split(fields[1], ',')) {
                    if (fields[0].equals("variable")) {
                        VARIABLES.put(name, row);
                    } else {
                        BY_NAME.computeIfAbsent(name, _ -> new ArrayList<>()).add(row);
                    }
                }
            }
        }
    }

    /// What a command is told not to check by its arguments.
    public static List<Setting> of(Command command) {
        List<Setting> settings = new ArrayList<>();
        String name = command.name().startsWith("pip") ? "pip*" : command.name();
        for (Row row : Table.BY_NAME.getOrDefault(name, List.of())) {
            for (int i = 0; i < command.arguments().size(); i++) {
                Setting found = row.kind().equals("words") ? words(command, i, row) : option(command, i, row);
                if (found != null) {
                    settings.add(found);
                }
            }
        }
        return settings;
    }

    /// What is no longer checked where a variable has this value; null where all is.
    public static @Nullable String variable(String name, String value) {
        Row row = Table.VARIABLES.get(name);
        return row != null && !value.isEmpty() && Wildcard.anyMatches(row.values(), value) ? row.what() : null;
    }

    private static @Nullable Setting option(Command command, int at, Row row) {
        Argument argument = command.arguments().get(at);
        if (!argument.isOption()) {
            return null;
        }
        String text = argument.prefix();
        int equals = text.indexOf('=');
        for (String option : row.values()) {
            boolean same = Wildcard.matches(option, text)
                    || (equals > 0 && option.indexOf('=') < 0 && option.equals(text.substring(0, equals)));
            if (same) {
                Span span = argument.span();
                boolean takesNext = option.equals("--trusted-host") && equals < 0;
                if (takesNext && at + 1 < command.arguments().size()) {
                    span = span.to(command.arguments().get(at + 1).span());
                }
                return new Setting(equals > 0 ? text.substring(0, equals) : option, row.what(), span, true);
            }
            if (option.length() == 2 && isInCluster(text, option.charAt(1), row.valued())) {
                return new Setting(option, row.what(), argument.span(), false);
            }
        }
        return null;
    }

    private static boolean isInCluster(String text, char letter, String valued) {
        if (text.charAt(1) == '-') {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == letter) {
                return true;
            }
            if (valued.indexOf(c) >= 0 || !Character.isLetter(c)) {
                return false;
            }
        }
        return false;
    }

    private static @Nullable Setting words(Command command, int at, Row row) {
        List<Argument> arguments = command.arguments();
        for (int k = 0; k < row.phrases().size(); k++) {
            List<String> parts = row.phrases().get(k);
            if (at + parts.size() > arguments.size()) {
                continue;
            }
            boolean all = true;
            for (int i = 0; i < parts.size() && all; i++) {
                all = arguments.get(at + i).value().toLowerCase(Locale.ROOT).equals(parts.get(i));
            }
            if (all) {
                Span span = arguments
                        .get(at)
                        .span()
                        .to(arguments.get(at + parts.size() - 1).span());
                return new Setting(row.values().get(k), row.what(), span, false);
            }
        }
        return null;
    }
}
