package dev.drydock.model.compose.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A mapping with known keys.
///
/// @param title what such a mapping is called, with its article
/// @param former names that are no keys, with what was meant
/// @param asked the keys that must be there
record Shape(String name, Rest rest, String title, Map<String, Key> keys, Map<String, String> former, List<Key> asked) {

    /// What other keys there may be.
    enum Rest {
        CLOSED,
        /// Those that begin with `x-`.
        EXTENSIONS,
        OPEN
    }

    /// A key of a shape.
    ///
    /// @param documentation one line about what it is for
    record Key(String name, Type type, Mark mark, String documentation) {}

    /// What is to be said of a key.
    enum Mark {
        NONE,
        REQUIRED,
        NEEDED,
        DEPRECATED,
        OBSOLETE
    }

    Shape {
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        former = Map.copyOf(former);
        asked = List.copyOf(asked);
    }

    @Nullable
    Key key(String key) {
        return keys.get(key);
    }

    /// Whether a key that is not among `keys` is let through.
    boolean free(String key) {
        return switch (rest) {
            case CLOSED -> false;
            case EXTENSIONS -> key.startsWith("x-");
            case OPEN -> true;
        };
    }
}
