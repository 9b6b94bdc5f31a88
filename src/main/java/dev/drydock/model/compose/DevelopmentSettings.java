package dev.drydock.model.compose;

import dev.drydock.model.data.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Environment variables that switch well-known frameworks to development.
public final class DevelopmentSettings {

    private DevelopmentSettings() {}

    private static final class Table {
        /// Names with their values, read when the first production service is met.
        private static final List<String[]> ROWS = DataTable.rows("development-settings.tsv");
    }

    /// The names.
    public static List<String> names() {
        var names = new ArrayList<String>();
        for (String[] row : Table.ROWS) {
            names.add(row[0]);
        }
        return names;
    }

    /// Whether a variable with this value means development.
    public static boolean contain(String name, String value) {
        String lower = value.strip().toLowerCase(Locale.ROOT);
        for (String[] row : Table.ROWS) {
            if (row[0].equals(name)) {
                for (String one : DataTable.split(row[1], ',')) {
                    boolean beginning = one.endsWith("*");
                    if (beginning ? lower.startsWith(one.substring(0, one.length() - 1)) : lower.equals(one)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
