package dev.drydock.model.image;

import dev.drydock.model.data.DataTable;
import dev.drydock.model.data.KeyedTable;
import dev.drydock.model.data.Memo;
import dev.drydock.model.data.Wildcard;
import dev.drydock.source.Text;
import dev.drydock.syntax.image.ImageReference;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The table of well-known images, `data/base-images.tsv`.
public final class BaseImages {

    private BaseImages() {}

    /// Read when the first image is asked for.
    private static final class Table {
        private static final KeyedTable IMAGES = new KeyedTable("base-images.tsv");
        private static final List<String[]> MIRRORS = DataTable.rows("image-mirrors.tsv");
        private static final Memo<BaseImage> KNOWN = new Memo<>(Table::read);

        private static @Nullable BaseImage read(String reference) {
            String tag = reference.substring(reference.indexOf('\t') + 1);
            for (KeyedTable.Row row : IMAGES.rows(reference.substring(0, reference.indexOf('\t')))) {
                if (Wildcard.matches(row.qualifier(), tag)) {
                    return image(row.fields(), tag);
                }
            }
            return null;
        }
    }

    /// What is known of the image, or null.
    public static @Nullable BaseImage find(ImageReference reference) {
        return find(name(reference) + "\t" + tag(reference));
    }

    /// What is known of the image, or null.
    ///
    /// @param reference its name and its tag, with a tab between them
    static @Nullable BaseImage find(String reference) {
        return Table.KNOWN.of(reference);
    }

    /// The name by which the tables know an image: that of the original where the reference names a mirror or an
    /// architecture.
    static String name(ImageReference reference) {
        String name = reference.familiarName();
        for (String[] mirror : Table.MIRRORS) {
            if (name.startsWith(mirror[0])) {
                return name.substring(mirror[0].length());
            }
        }
        return name;
    }

    static String tag(ImageReference reference) {
        return reference.tag() == null ? "" : reference.tag();
    }

    private static BaseImage image(List<String> row, String tag) {
        Variant variant = Variant.of(tag);
        boolean other =
                !variant.distribution().isEmpty() && !variant.distribution().equals(row.get(5));
        Distribution distribution = Distribution.named(other ? variant.distribution() : row.get(5));
        Set<String> present = new HashSet<>();
        Set<String> possible = new HashSet<>();
        if (distribution != null) {
            distribution.addTo(present, possible);
        }
        for (String tool : DataTable.split(row.get(6), ',')) {
            if (tool.startsWith("@")) {
                Distribution set = variant.lean() ? null : Distribution.named(tool);
                if (set != null) {
                    set.addTo(present, possible);
                }
            } else if (tool.startsWith("?")) {
                possible.add(tool.substring(1));
            } else {
                (other ? possible : present).add(tool);
            }
        }
        boolean all = !row.get(3).equals("?");
        return new BaseImage(
                row.get(1).equals("?") ? Text.unknown() : Text.of(row.get(1)),
                row.get(2),
                all ? Set.copyOf(DataTable.split(row.get(3), ',')) : Set.of(),
                all,
                row.get(4).equals("serves"),
                distribution == null ? "" : distribution.name(),
                distribution == null ? "" : distribution.packageManager(),
                distribution == null ? "" : distribution.shell(),
                new BaseImage.Tools(present, possible, Distribution.knownTools(), distribution != null),
                DataTable.split(row.get(7), ','),
                DataTable.split(row.get(8), ','));
    }
}
