package dev.drydock.syntax.dockerfile;

import dev.drydock.source.Span;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A `RUN --mount=…`.
///
/// @param flag the flag that it is written in
/// @param options its `key=value`s in order
public record Mount(Flag flag, List<Option> options) {

    /// One `key=value` of a mount, or a bare `key`.
    ///
    /// @param key lower case, as BuildKit compares it
    /// @param value null where there is no `=`
    public record Option(String key, Span keySpan, @Nullable Word value, Span span) {}

    public Mount {
        options = List.copyOf(options);
    }

    /// The type: `bind` where none is written.
    public String type() {
        Option type = option("type");
        return type == null || type.value() == null
                ? "bind"
                : type.value().text().toLowerCase(Locale.ROOT);
    }

    /// The place in the container, or null.
    public @Nullable Word target() {
        return value("target", "dst", "destination");
    }

    public @Nullable Word source() {
        return value("source", "src");
    }

    public @Nullable Word from() {
        return value("from");
    }

    public @Nullable Word id() {
        return value("id");
    }

    /// The last option with this key, which is the one that counts; or null.
    public @Nullable Option option(String key) {
        for (int i = options.size() - 1; i >= 0; i--) {
            if (options.get(i).key().equals(key)) {
                return options.get(i);
            }
        }
        return null;
    }

    private @Nullable Word value(String... keys) {
        for (int i = options.size() - 1; i >= 0; i--) {
            for (String key : keys) {
                if (options.get(i).key().equals(key)) {
                    return options.get(i).value();
                }
            }
        }
        return null;
    }
}
