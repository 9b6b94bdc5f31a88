package dev.drydock.model.image;

import dev.drydock.model.data.KeyedTable;
import dev.drydock.model.data.Wildcard;
import dev.drydock.syntax.image.ImageReference;
import org.jspecify.annotations.Nullable;

/// An image that its publisher gave up or moved, by `data/deprecated-images.tsv`.
///
/// @param successor what to take instead
/// @param reason what became of it
public record DeprecatedImage(String successor, String reason) {

    private static final class Table {
        private static final KeyedTable ROWS = new KeyedTable("deprecated-images.tsv");
    }

    /// What is known of the image's end, or null.
    public static @Nullable DeprecatedImage find(ImageReference reference) {
        String tag = BaseImages.tag(reference);
        for (KeyedTable.Row row : Table.ROWS.rows(BaseImages.name(reference))) {
            if (Wildcard.matches(row.qualifier(), tag)) {
                return new DeprecatedImage(row.fields().get(1), row.fields().get(2));
            }
        }
        return null;
    }
}
