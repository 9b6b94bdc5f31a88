package dev.drydock.model.secret;

import dev.drydock.model.data.DataTable;
import dev.drydock.model.data.Wildcard;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Files that hold secrets by their names, from `data/secret-files.tsv`.
public final class SecretFiles {

    private SecretFiles() {}

    private record Row(List<String> names, String holds) {}

    private static final class Table {
        private static final List<Row> ROWS = read();

        private static List<Row> read() {
            List<Row> rows = new ArrayList<>();
            for (String[] fields : DataTable.rows("secret-files.tsv")) {
                rows.add(new Row(DataTable.split(fields[0], ','), fields.length > 1 ? fields[1] : ""));
            }
            return rows;
        }
    }

    /// What a file of this name holds; null where it is not known for secrets.
    ///
    /// @param name without directories
    public static @Nullable String held(String name) {
        for (Row row : Table.ROWS) {
            if (Wildcard.anyMatches(row.names(), name)) {
                return row.holds().isEmpty() ? null : row.holds();
            }
        }
        return null;
    }
}
