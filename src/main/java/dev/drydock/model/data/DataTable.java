package dev.drydock.model.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads the tables of `data/`: a row a line, fields between tabs, lines that start with `#` are comments.
public final class DataTable {

    private DataTable() {}

    /// The rows of a table that ships with Drydock.
    public static List<String[]> rows(String name) {
        return parse(text(name));
    }

    static String text(String name) {
        try (InputStream in = DataTable.class.getResourceAsStream("/data/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no table " + name + " in this distribution");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String[]> parse(String text) {
        var rows = new ArrayList<String[]>();
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            if (end > start && text.charAt(start) != '#') {
                rows.add(split(text.substring(start, end), '\t').toArray(new String[0]));
            }
            start = end + 1;
        }
        return rows;
    }

    /// The parts of `text` between separators; none where the text is empty.
    public static List<String> split(String text, char separator) {
        var parts = new ArrayList<String>();
        if (text.isEmpty()) {
            return parts;
        }
        int start = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, start)) {
            parts.add(text.substring(start, at));
            start = at + 1;
        }
        parts.add(text.substring(start));
        return parts;
    }
}
