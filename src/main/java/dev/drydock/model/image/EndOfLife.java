package dev.drydock.model.image;

import dev.drydock.model.data.DataTable;
import dev.drydock.model.data.KeyedTable;
import dev.drydock.model.data.Memo;
import dev.drydock.syntax.image.ImageReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A release that gets no security updates any more, by `data/end-of-life.tsv`.
///
/// @param release what it is, such as `debian buster`
/// @param date the day of the last updates, as `2024-06-30`
/// @param start where in the tag the words begin that name it
/// @param end where they end
public record EndOfLife(String release, String date, int start, int end) {

    private static final class Table {
        private static final KeyedTable ROWS = new KeyedTable("end-of-life.tsv");
        /// The day the table was last looked through. The machine's clock would change results over night.
        private static final String AS_OF =
                ROWS.rows("as-of").getFirst().fields().get(1);
        private static final Memo<EndOfLife> KNOWN = new Memo<>(EndOfLife::find);
    }

    /// The distributions that the tags of other images name.
    private static final List<String> DISTRIBUTIONS = List.of("debian", "ubuntu");

    /// What of the image is past its end: the release that its tag starts with, or the distribution that a word of
    /// the tag names, as in `python:3.13-buster` and `node:22-alpine3.12`. Null where nothing certainly is.
    public static @Nullable EndOfLife of(ImageReference reference) {
        return Table.KNOWN.of(BaseImages.name(reference) + "\t" + BaseImages.tag(reference));
    }

    /// @param reference a name and a tag, with a tab between them
    private static @Nullable EndOfLife find(String reference) {
        String tag = reference.substring(reference.indexOf('\t') + 1);
        EndOfLife own = past(reference.substring(0, reference.indexOf('\t')), tag, 0);
        if (own != null || tag.isEmpty() || BaseImages.find(reference) == null) {
            return own;
        }
        int start = 0;
        do {
            EndOfLife word = ofWord(tag, start);
            if (word != null) {
                return word;
            }
            start = tag.indexOf('-', start) + 1;
        } while (start > 0);
        return null;
    }

    private static @Nullable EndOfLife ofWord(String tag, int start) {
        if (start >= tag.length() || !Character.isLetter(tag.charAt(start))) {
            return null;
        }
        if (tag.startsWith("alpine", start)) {
            return past("alpine", tag, start + "alpine".length());
        }
        for (String distribution : DISTRIBUTIONS) {
            EndOfLife found = past(distribution, tag, start);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable EndOfLife past(String image, String tag, int start) {
        String cycle = "";
        String date = "";
        for (KeyedTable.Row row : Table.ROWS.rows(image)) {
            for (String entry : DataTable.split(row.fields().get(1), ' ')) {
                int equals = entry.indexOf('=');
                for (String candidate : DataTable.split(entry.substring(0, Math.max(equals, 0)), ',')) {
                    if (candidate.length() > cycle.length() && begins(tag, start, candidate)) {
                        cycle = candidate;
                        date = entry.substring(equals + 1);
                    }
                }
            }
        }
        return cycle.isEmpty() || date.compareTo(Table.AS_OF) >= 0
                ? null
                : new EndOfLife(image + " " + cycle, date, start, start + cycle.length());
    }

    private static boolean begins(String tag, int start, String cycle) {
        int end = start + cycle.length();
        return tag.startsWith(cycle, start) && (end == tag.length() || ".-_".indexOf(tag.charAt(end)) >= 0);
    }
}
