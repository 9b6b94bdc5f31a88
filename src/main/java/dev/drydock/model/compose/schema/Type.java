package dev.drydock.model.compose.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a value may be.
///
/// @param kinds bits of the scalars that are allowed
/// @param cast what Compose reads a string as before it judges it: one of the bits, or 0
/// @param words the strings that there are; none where any is allowed
/// @param range the integers that are allowed; null where all are
/// @param stringCheck what else a string is checked for; empty for nothing
/// @param numberCheck what else a number is checked for; empty for nothing
/// @param items what the items of a list are; null where no list is allowed
/// @param unique whether no item may come twice
/// @param shape the name of the shape that a mapping has; null where no such mapping is allowed
/// @param names what the keys of a mapping without a shape are
/// @param values what the values of a mapping without a shape are; null where no such mapping is allowed
record Type(
        int kinds,
        int cast,
        List<String> words,
        @Nullable Range range,
        String stringCheck,
        String numberCheck,
        @Nullable Type items,
        boolean unique,
        @Nullable String shape,
        Names names,
        @Nullable Type values) {

    static final int STRING = 1;
    static final int INTEGER = 2;
    static final int NUMBER = 4;
    static final int BOOLEAN = 8;
    static final int NULL = 16;
    static final int ANY = 32;

    /// From `least` to `most`, both included.
    record Range(long least, long most) {}

    /// How the keys of a mapping are made.
    ///
    /// @param letters which ones
    /// @param lenient whether a key of another making is let through, with any value
    record Names(Letters letters, boolean lenient) {

        static final Names ANY = new Names(Letters.ANY, true);

        boolean fits(String key) {
            return switch (letters) {
                case ANY -> !key.isEmpty();
                case NAME -> consistsOf(key, false);
                case LOWER -> consistsOf(key, true);
            };
        }

        private static boolean consistsOf(String key, boolean lower) {
            for (int i = 0; i < key.length(); i++) {
                char c = key.charAt(i);
                boolean other = c == '.' || c == '_' || c == '-' || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
                if (!(c >= 'a' && c <= 'z') && (lower || !other)) {
                    return false;
                }
            }
            return !key.isEmpty();
        }
    }

    /// The sets of characters that names are made of.
    enum Letters {
        ANY,
        NAME,
        LOWER
    }

    Type {
        words = List.copyOf(words);
    }

    boolean allows(int kind) {
        return (kinds & kind) != 0;
    }

    boolean allowsMapping() {
        return shape != null || values != null;
    }

    /// In words: `a string, a list or a mapping`.
    String inWords() {
        var parts = new ArrayList<String>();
        int all = kinds | cast;
        add(parts, all, STRING, "a string");
        if ((all & NUMBER) != 0) {
            parts.add("a number");
        } else {
            add(parts, all, INTEGER, "an integer");
        }
        add(parts, all, BOOLEAN, "a boolean");
        if (items != null) {
            parts.add("a list");
        }
        if (allowsMapping()) {
            parts.add("a mapping");
        }
        return Wording.list(parts, "or");
    }

    private static void add(List<String> parts, int kinds, int kind, String words) {
        if ((kinds & kind) != 0) {
            parts.add(words);
        }
    }
}
