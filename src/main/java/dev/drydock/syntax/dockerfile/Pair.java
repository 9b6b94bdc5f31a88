package dev.drydock.syntax.dockerfile;

import dev.drydock.source.Span;
import org.jspecify.annotations.Nullable;

/// A `key=value` of `ENV`, `LABEL` or `ARG`.
///
/// @param value null for an `ARG` without a default
/// @param span of the whole
public record Pair(Word key, @Nullable Word value, Span span) {

    /// The key as Docker takes it, where it is known; otherwise as it stands.
    public String name() {
        return key.value().or(key.text());
    }
}
