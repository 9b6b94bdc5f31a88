package dev.drydock.model.compose;

import dev.drydock.model.data.DataTable;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A Linux capability that breaks the wall between a container and its host.
///
/// @param level how much it matters: `error`, `warning` or `info`
/// @param what what a process may do with it
public record Capability(String name, String level, String what) {

    private static final class Table {
        static final List<String[]> ROWS = DataTable.rows("capabilities.tsv");
    }

    /// The capability of a name, with or without `CAP_`, in any case; null where it is none of these.
    public static @Nullable Capability of(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        String plain = upper.startsWith("CAP_") ? upper.substring("CAP_".length()) : upper;
        for (String[] row : Table.ROWS) {
            if (row[0].equals(plain)) {
                return new Capability(plain, row[1], row[2]);
            }
        }
        return null;
    }
}
