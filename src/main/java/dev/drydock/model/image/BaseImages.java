package dev.drydock.model.image;

import dev.drydock.model.data.DataTable;
import dev.drydock.model.data.Wildcard;
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
            if (Wildcard.matches(row.image(), name) && Wildcard.matches(row.tag(), tag)) {
                return row.known();
            }
        }
        return null;
    }
}
