package dev.drydock.model.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads the tables of `data/`: a row a line, fields between tabs; the build leaves the lines out that start with
/// `#`.
public final class DataTable {

    private DataTable() {}

    /// The rows of a table that ships with Drydock.
    public static List<String[]> rows(String name) {
        return parse(text(name));
    }

    static String text(String name) {
        byte[] bytes = Bundle.BYTES;
        int count = bytes[0];
        int at = 1;
        int offset = 0;
        int start = -1;
        int length = 0;
        for (int i = 0; i < count; i++) {
            int nameLength = ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
            int rows = number(bytes, at + 2 + nameLength);
            if (start < 0 && isAt(bytes, at + 2, nameLength, name)) {
                start = offset;
                length = rows;
            }
            offset += rows;
            at += 2 + nameLength + 4;
        }
        if (start < 0) {
            throw new IllegalStateException("no table " + name + " in this distribution");
        }
        return new String(bytes, at + start, length, StandardCharsets.ISO_8859_1);
    }

    private static boolean isAt(byte[] bytes, int at, int length, String name) {
        if (length != name.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[at + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int number(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 24)
                | ((bytes[at + 1] & 0xff) << 16)
                | ((bytes[at + 2] & 0xff) << 8)
                | (bytes[at + 3] & 0xff);
    }

    /// All tables, as `src/dev/BundleTables.java` has put them together: how many, the name and the length of each,
    /// then their rows.
    private static final class Bundle {
        private static final byte[] BYTES = read();

        private static byte[] read() {
            try (InputStream in = DataTable.class.getResourceAsStream("/data/tables.bundle")) {
                if (in == null) {
                    throw new IllegalStateException("the build has left no tables");
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static List<String[]> parse(String text) {
        var rows = new ArrayList<String[]>();
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            if (end > start) {
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
