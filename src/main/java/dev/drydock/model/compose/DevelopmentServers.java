package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Value;
import dev.drydock.model.data.DataTable;
import dev.drydock.source.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Commands that serve while one develops.
public final class DevelopmentServers {

    private DevelopmentServers() {}

    private static final class Table {
        /// Read when the first production service is met.
        private static final List<String[]> ROWS = DataTable.rows("development-servers.tsv");
    }

    /// The words of a command that start such a server, as `npm run dev`; null where it starts none, or where
    /// nobody knows.
    public static @Nullable String in(CommandLine command) {
        List<String> words = new ArrayList<>();
        for (Value word : command.words()) {
            if (!(word.text() instanceof Text.Known(String text))) {
                return null;
            }
            // What a shell gets is one word with many in it.
            for (String part : DataTable.split(text.replace('\n', ' '), ' ')) {
                if (!part.isEmpty()) {
                    words.add(part);
                }
            }
        }
        return in(words);
    }

    /// The words of a command that start such a server, as `npm run dev`; null where it starts none.
    public static @Nullable String in(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String program = words.get(i).substring(words.get(i).lastIndexOf('/') + 1);
            for (String[] row : Table.ROWS) {
                if (DataTable.split(row[0], ',').contains(program)) {
                    String shown = row[2].equals("-") ? operand(words, i + 1, row[1]) : row[2];
                    if (shown != null && (row[2].equals("-") || words.contains(row[2]))) {
                        return shown.isEmpty() ? program : program + " " + shown;
                    }
                }
            }
        }
        return null;
    }

    /// The operand that starts a server, empty where any does; null where none does. Options may have values,
    /// which look like operands: so the first three count.
    private static @Nullable String operand(List<String> words, int from, String wanted) {
        if (wanted.equals("-")) {
            return "";
        }
        List<String> known = DataTable.split(wanted, ',');
        int seen = 0;
        boolean runs = false;
        for (int i = from; i < words.size() && seen < 3; i++) {
            String word = words.get(i);
            if (known.contains(word)) {
                return runs ? "run " + word : word;
            }
            runs |= word.equals("run");
            seen += word.startsWith("-") ? 0 : 1;
        }
        return seen == 0 && known.contains("none") ? "" : null;
    }
}
