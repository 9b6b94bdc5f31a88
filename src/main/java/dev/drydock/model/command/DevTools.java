package dev.drydock.model.command;

import dev.drydock.model.data.DataTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The packages that serve development, from `data/dev-tools.tsv`.
public final class DevTools {

    private DevTools() {}

    /// What a development tool is.
    ///
    /// @param kind `compiler`, `headers`, `build-system`, `debugger`, `editor`, `version-control`,
    ///     `test-runner` or `linter`
    /// @param sure whether hardly anything needs it at run time
    public record Tool(String kind, boolean sure) {
        /// How a message calls it: `a compiler`, `headers`.
        public String title() {
            return switch (kind) {
                case "headers" -> "headers and static libraries";
                case "build-system" -> "a build tool";
                case "editor" -> "an editor";
                case "version-control" -> "version control";
                case "test-runner" -> "a test tool";
                default -> "a " + kind;
            };
        }
    }

    private record Row(Tool tool, List<String> names) {}

    private static final class Table {
        private static final Map<String, List<Row>> BY_FAMILY = read();

        private static Map<String, List<Row>> read() {
            Map<String, List<Row>> rows = new HashMap<>();
            for (String[] fields : DataTable.rows("dev-tools.tsv")) {
                rows.computeIfAbsent(fields[2], _ -> new ArrayList<>())
                        .add(new Row(new Tool(fields[0], fields[1].equals("sure")), DataTable.split(fields[3], ',')));
            }
            return rows;
        }
    }

    /// What a package is for; null where it is not for development, or where that is not known.
    ///
    /// @param family the package manager's: see [PackageManager#family()]
    public static @Nullable Tool find(String family, String name) {
        for (Row row : Table.BY_FAMILY.getOrDefault(family, List.of())) {
            for (String pattern : row.names()) {
                if (matches(pattern, 0, name, 0)) {
                    return row.tool().kind().equals("none") ? null : row.tool();
                }
            }
        }
        return null;
    }

    /// Whether `name` is what `pattern` says: `*` is any text, `[0-9]` a digit.
    private static boolean matches(String pattern, int p, String name, int n) {
        while (p < pattern.length()) {
            char c = pattern.charAt(p);
            if (c == '*') {
                for (int end = name.length(); end >= n; end--) {
                    if (matches(pattern, p + 1, name, end)) {
                        return true;
                    }
                }
                return false;
            }
            if (n == name.length()) {
                return false;
            }
            if (pattern.startsWith("[0-9]", p)) {
                if (!Character.isDigit(name.charAt(n))) {
                    return false;
                }
                p += 4;
            } else if (c != name.charAt(n)) {
                return false;
            }
            p++;
            n++;
        }
        return n == name.length();
    }
}
