package dev.drydock.graph;

import dev.drydock.model.data.DataTable;
import java.util.ArrayList;
import java.util.List;

/// How much room a text takes in whichever generic sans-serif font a viewer has: `data/text-widths.tsv`.
final class TextWidth {

    /// For characters that are not in the table, in thousandths of the size.
    private static final int OTHER = 1200;

    private TextWidth() {}

    private static final class Table {
        static final int[] REGULAR = new int[256];
        static final int[] BOLD = new int[256];

        static {
            for (String[] row : DataTable.rows("text-widths.tsv")) {
                fill(REGULAR, Integer.parseInt(row[0]), row[1]);
                fill(BOLD, Integer.parseInt(row[0]), row[2]);
            }
        }

        private static void fill(int[] widths, int first, String list) {
            int at = first;
            for (String width : DataTable.split(list, ',')) {
                widths[at++] = Integer.parseInt(width);
            }
        }
    }

    /// The width in pixels, rounded up.
    static int of(String text, int size, boolean bold) {
        long sum = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            sum += width(point, bold);
            i += Character.charCount(point);
        }
        return (int) ((sum * size + 999) / 1000);
    }

    private static int width(int point, boolean bold) {
        int width = point < 256 ? (bold ? Table.BOLD : Table.REGULAR)[point] : OTHER;
        return width == 0 ? OTHER : width;
    }

    /// The text in lines that are no wider than `most`, broken where a path or an image reference has its joints if
    /// it can be.
    static List<String> wrap(String text, int most, int size, boolean bold) {
        var lines = new ArrayList<String>();
        long limit = (long) most * 1000;
        int start = 0;
        int joint = -1;
        int strong = -1;
        long width = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            width += (long) width(point, bold) * size;
            if (width > limit && i > start) {
                // A long rest of a line is better than a version that is torn apart.
                int end = strong - start > (i - start) * 2 / 5 ? strong : joint > start ? joint : i;
                lines.add(text.substring(start, end).strip());
                start = end;
                joint = -1;
                strong = -1;
                width = 0;
                i = start;
                continue;
            }
            i += Character.charCount(point);
            if ("/:@-_.,+ ".indexOf(point) >= 0) {
                joint = i;
            }
            if ("/:@ ".indexOf(point) >= 0) {
                strong = i;
            }
        }
        String rest = text.substring(start).strip();
        if (lines.isEmpty() || !rest.isEmpty()) {
            lines.add(rest);
        }
        return lines;
    }
}
