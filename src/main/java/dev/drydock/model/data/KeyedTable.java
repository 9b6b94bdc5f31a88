package dev.drydock.model.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A table of which one row is wanted: lines are found by the name that they start with, and only those are taken
/// apart. A name ends at a tab, or at a colon that is not followed by a slash before the tab.
public final class KeyedTable {

    private final String text;
    /// Where the lines of a name start.
    private final Map<String, int[]> lines = new HashMap<>();
    /// Where the lines start whose name has a `*`.
    private final List<Integer> patterns = new ArrayList<>();

    private final Memo<List<Row>> known = new Memo<>(this::read);

    /// One line.
    ///
    /// @param qualifier what stands between the name and the first tab, `*` where nothing does
    /// @param fields all of the line
    public record Row(String qualifier, List<String> fields) {
        public Row {
            fields = List.copyOf(fields);
        }
    }

    /// The table that ships with Drydock under this name.
    public KeyedTable(String name) {
        text = DataTable.text(name);
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            if (end > start) {
                add(start);
            }
            start = end + 1;
        }
    }

    private void add(int start) {
        String name = text.substring(start, nameEnd(start));
        if (name.indexOf('*') >= 0) {
            patterns.add(start);
            return;
        }
        int[] known = lines.get(name);
        int count = known == null ? 0 : known.length;
        int[] all = new int[count + 1];
        if (known != null) {
            System.arraycopy(known, 0, all, 0, count);
        }
        all[count] = start;
        lines.put(name, all);
    }

    private int nameEnd(int start) {
        int tab = text.indexOf('\t', start);
        for (int i = tab - 1; i > start && text.charAt(i) != '/'; i--) {
            if (text.charAt(i) == ':') {
                return i;
            }
        }
        return tab;
    }

    /// The rows for a name, in order: those that have it, then those whose pattern fits it.
    public List<Row> rows(String name) {
        List<Row> rows = known.of(name);
        return rows == null ? List.of() : rows;
    }

    private List<Row> read(String name) {
        var rows = new ArrayList<Row>(2);
        int[] exact = lines.get(name);
        if (exact != null) {
            for (int start : exact) {
                rows.add(row(start));
            }
        }
        for (int start : patterns) {
            if (Wildcard.matches(text.substring(start, nameEnd(start)), name)) {
                rows.add(row(start));
            }
        }
        return List.copyOf(rows);
    }

    private Row row(int start) {
        int newline = text.indexOf('\n', start);
        String line = text.substring(start, newline < 0 ? text.length() : newline);
        List<String> fields = DataTable.split(line, '\t');
        int nameEnd = nameEnd(start) - start;
        String first = fields.getFirst();
        return new Row(nameEnd < first.length() ? first.substring(nameEnd + 1) : "*", fields);
    }
}
