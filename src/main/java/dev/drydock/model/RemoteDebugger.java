package dev.drydock.model;

import dev.drydock.model.data.DataTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What lets a debugger in from elsewhere, by `data/remote-debuggers.tsv`.
public final class RemoteDebugger {

    private RemoteDebugger() {}

    private static final class Table {
        private static final DebuggerRow[] ROWS = read();

        private static DebuggerRow[] read() {
            return DataTable.rows("remote-debuggers.tsv").stream()
                    .map(row -> new DebuggerRow(row[0], row[1]))
                    .toArray(DebuggerRow[]::new);
        }
    }

    private record DebuggerRow(String beginning, String title) {}

    /// What the first of the words opens that opens something; null where none does.
    public static @Nullable String in(List<String> words) {
        for (String word : words) {
            String found = in(word);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /// What the word opens to debuggers; null where it opens nothing, or only to the container itself.
    private static @Nullable String in(String word) {
        if (word.contains("localhost") || word.contains("127.0.0.1")) {
            return null;
        }
        for (DebuggerRow row : Table.ROWS) {
            if (word.startsWith(row.beginning())) {
                return row.title();
            }
        }
        return null;
    }
}
