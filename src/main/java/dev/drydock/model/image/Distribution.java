package dev.drydock.model.image;

import dev.drydock.model.data.DataTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an image holds that is just the distribution, by `data/distributions.tsv`.
///
/// @param packageManager empty where there is none
/// @param tools the programs that are there; those that may be start with `?`
record Distribution(String name, String packageManager, String shell, List<String> tools) {

    private static final class Table {
        private static final Map<String, Distribution> BY_NAME = read();
        private static final Set<String> KNOWN =
                new HashSet<>(BY_NAME.get("known").tools());

        private static Map<String, Distribution> read() {
            Map<String, Distribution> all = new HashMap<>();
            for (String[] row : DataTable.rows("distributions.tsv")) {
                String manager = row[1].equals("-") ? "" : row[1];
                all.put(row[0], new Distribution(row[0], manager, row[2], DataTable.split(row[3], ',')));
            }
            return all;
        }
    }

    static @Nullable Distribution named(String name) {
        return Table.BY_NAME.get(name);
    }

    /// The programs whose presence the tables tell.
    static Set<String> knownTools() {
        return Table.KNOWN;
    }

    void addTo(Set<String> present, Set<String> possible) {
        for (String tool : tools) {
            if (tool.startsWith("?")) {
                possible.add(tool.substring(1));
            } else {
                present.add(tool);
            }
        }
    }
}
