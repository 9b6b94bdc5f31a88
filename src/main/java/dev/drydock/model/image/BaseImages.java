package dev.drydock.model.image;

import dev.drydock.source.Text;
import dev.drydock.syntax.image.ImageReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The table of well-known images, `data/base-images.tsv`.
public final class BaseImages {

    private BaseImages() {}

    private record Row(String image, String tag, BaseImage known) {}

    /// Read when the first image is asked for.
    private static final class Table {
        private static final List<Row> ROWS = read();

        private static List<Row> read() {
            var rows = new ArrayList<Row>();
            for (String[] fields : DataTable.rows("base-images.tsv")) {
                int colon = fields[0].lastIndexOf(':');
                boolean all = !fields[3].equals("?");
                rows.add(new Row(
                        colon < 0 ? fields[0] : fields[0].substring(0, colon),
                        colon < 0 ? "*" : fields[0].substring(colon + 1),
                        new BaseImage(
                                fields[1].equals("?") ? Text.unknown() : Text.of(fields[1]),
                                fields[2],
                                all ? Set.copyOf(DataTable.split(fields[3], ',')) : Set.of(),
                                all,
                                fields[4].equals("serves"))));
            }
            return rows;
        }
    }

    /// What is known of the image, or null.
    public static @Nullable BaseImage find(ImageReference reference) {
        String name = reference.familiarName();
        String tag = reference.tag() == null ? "" : reference.tag();
        for (Row row : Table.ROWS) {
            if (matches(row.image(), 0, name, 0) && matches(row.tag(), 0, tag, 0)) {
                return row.known();
            }
        }
        return null;
    }

    /// Whether `text` is what `pattern` says, where `*` is any run of characters.
    private static boolean matches(String pattern, int p, String text, int t) {
        while (p < pattern.length()) {
            if (pattern.charAt(p) == '*') {
                for (int end = t; end <= text.length(); end++) {
                    if (matches(pattern, p + 1, text, end)) {
                        return true;
                    }
                }
                return false;
            }
            if (t == text.length() || pattern.charAt(p) != text.charAt(t)) {
                return false;
            }
            p++;
            t++;
        }
        return t == text.length();
    }
}
