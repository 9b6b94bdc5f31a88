package dev.drydock.model.image;

import dev.drydock.model.data.DataTable;
import dev.drydock.model.data.Wildcard;
import java.util.List;

/// What a tag says of the variant of an image, by `data/image-variants.tsv`.
///
/// @param distribution what the variant is made of; empty where the tag names nothing
/// @param lean whether it is one without the tools of the full image
record Variant(String distribution, boolean lean) {

    private static final class Table {
        private static final List<String[]> ROWS = DataTable.rows("image-variants.tsv");
    }

    /// The variant that the words of a tag name.
    static Variant of(String tag) {
        String distribution = "";
        boolean lean = false;
        for (String word : DataTable.split(tag, '-')) {
            for (String[] row : Table.ROWS) {
                if (Wildcard.matches(row[0], word)) {
                    distribution = row[1].equals("-") ? distribution : row[1];
                    lean |= row[2].equals("lean");
                    break;
                }
            }
        }
        return new Variant(distribution, lean);
    }
}
