package dev.drydock.model.image;

import dev.drydock.model.data.DataTable;
import dev.drydock.syntax.image.ImageReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What makes two images, which ought to be one, behave otherwise: another version, or another database.
///
/// @param here what the first one is
/// @param there what the second one is
public record Drift(String here, String there) {

    private static final class Table {
        private static final List<String[]> FAMILIES = DataTable.rows("database-families.tsv");
    }

    /// How two images drift apart; null where they do not, or where that is not certain.
    public static @Nullable Drift of(ImageReference here, ImageReference there) {
        String name = BaseImages.name(here);
        String other = BaseImages.name(there);
        if (!name.equals(other)) {
            String family = family(name);
            String otherFamily = family(other);
            return family.isEmpty() || otherFamily.isEmpty() || family.equals(otherFamily)
                    ? null
                    : new Drift(name, other);
        }
        if (BaseImages.find(here) == null && family(name).isEmpty()) {
            return null;
        }
        List<String> version = version(here);
        List<String> otherVersion = version(there);
        for (int i = 0; i < Math.min(parts(here), Math.min(version.size(), otherVersion.size())); i++) {
            if (!version.get(i).equals(otherVersion.get(i))) {
                return new Drift(name + ":" + BaseImages.tag(here), other + ":" + BaseImages.tag(there));
            }
        }
        return null;
    }

    private static String family(String name) {
        for (String[] row : Table.FAMILIES) {
            if (DataTable.split(row[1], ',').contains(name)) {
                return row[0];
            }
        }
        return "";
    }

    /// How many numbers of a version have to agree for two releases to behave alike.
    private static int parts(ImageReference image) {
        return BaseImages.name(image).equals("node")
                        || family(BaseImages.name(image)).equals("PostgreSQL")
                ? 1
                : 2;
    }

    /// The numbers that a tag starts with; none where it starts with none.
    private static List<String> version(ImageReference image) {
        var numbers = new ArrayList<String>();
        String tag = BaseImages.tag(image);
        int start = tag.startsWith("v") ? 1 : 0;
        while (start < tag.length() && Character.isDigit(tag.charAt(start))) {
            int end = start;
            while (end < tag.length() && Character.isDigit(tag.charAt(end))) {
                end++;
            }
            numbers.add(tag.substring(start, end));
            if (end >= tag.length() || tag.charAt(end) != '.') {
                break;
            }
            start = end + 1;
        }
        return numbers;
    }
}
