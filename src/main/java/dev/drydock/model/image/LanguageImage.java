package dev.drydock.model.image;

import dev.drydock.model.data.DataTable;
import dev.drydock.model.data.KeyedTable;
import dev.drydock.model.data.Wildcard;
import dev.drydock.syntax.image.ImageReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An image that is there for a language, by `data/language-images.tsv`.
///
/// @param language empty for a distribution
/// @param version as much of the version as has to agree; empty where the tag says less
/// @param musl whether its C library is musl, as on Alpine
/// @param leanTag the tag of the lean variant; empty where there is none, or where the tag is not the full one
/// @param paths names of directories whose content runs with this version and this C library only
public record LanguageImage(String language, String version, boolean musl, String leanTag, List<String> paths) {

    private static final class Table {
        private static final KeyedTable ROWS = new KeyedTable("language-images.tsv");
    }

    public LanguageImage {
        paths = List.copyOf(paths);
    }

    /// What is known of the image, or null.
    public static @Nullable LanguageImage find(ImageReference reference) {
        List<KeyedTable.Row> rows = Table.ROWS.rows(BaseImages.name(reference));
        BaseImage image = rows.isEmpty() ? null : BaseImages.find(reference);
        if (image == null) {
            return null;
        }
        List<String> fields = rows.getFirst().fields();
        String tag = BaseImages.tag(reference);
        boolean full = reference.digest() == null && isFull(tag);
        return new LanguageImage(
                fields.get(1),
                version(tag, fields.get(2).charAt(0) - '0'),
                image.distribution().equals("alpine"),
                full ? leanTag(tag, fields.get(3)) : "",
                DataTable.split(fields.get(4), ','));
    }

    private static String leanTag(String tag, String place) {
        int dash = tag.indexOf('-');
        return switch (place) {
            case "end" -> tag + "-slim";
            case "middle" -> dash < 0 ? tag + "-slim" : tag.substring(0, dash) + "-slim" + tag.substring(dash);
            case String _ -> "";
        };
    }

    /// The first `parts` numbers that a tag starts with.
    private static String version(String tag, int parts) {
        int at = 0;
        int read = 0;
        while (at < tag.length() && read < parts) {
            int start = at;
            while (at < tag.length() && Character.isDigit(tag.charAt(at))) {
                at++;
            }
            if (at == start) {
                return "";
            }
            read++;
            if (read < parts && (at >= tag.length() || tag.charAt(at) != '.')) {
                return "";
            }
            at += read < parts ? 1 : 0;
        }
        return tag.substring(0, at);
    }

    /// Whether a tag is a version, a release of Debian, or both, and so that of the full image.
    private static boolean isFull(String tag) {
        for (String word : DataTable.split(tag, '-')) {
            Variant variant = Variant.of(word);
            boolean number = !word.isEmpty() && Character.isDigit(word.charAt(0));
            if (!number && (variant.lean() || !variant.distribution().equals("debian"))) {
                return false;
            }
        }
        return !tag.isEmpty();
    }

    /// Whether what lies at the path runs with this version and this C library only.
    public boolean ties(String path) {
        for (String part : DataTable.split(path, '/')) {
            if (Wildcard.anyMatches(paths, part)) {
                return true;
            }
        }
        return false;
    }
}
