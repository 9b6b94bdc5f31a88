package dev.drydock.model.compose.schema;

import dev.drydock.source.Edit;
import dev.drydock.source.Place;
import org.jspecify.annotations.Nullable;

/// A place where a Compose file says what the vocabulary does not have.
///
/// @param message what is wrong and what is allowed
/// @param first of a duplicate, the place of the first
/// @param quoting what to write instead, where quotes are all that lacks
public record Violation(
        Kind kind,
        Place place,
        String message,
        @Nullable Place first,
        @Nullable Edit quoting) {

    /// What sort of thing is wrong.
    public enum Kind {
        UNKNOWN_KEY,
        BAD_NAME,
        WRONG_TYPE,
        /// A string that Compose has to read as a number or a boolean, and cannot.
        NOT_CASTABLE,
        NOT_ONE_OF,
        OUT_OF_RANGE,
        BAD_PATTERN,
        MISSING_KEY,
        DUPLICATE_ITEM,
        /// Accepted, with a better way to say it.
        DEPRECATED,
        /// A key that Compose asks for after its schema.
        MISSING_NEEDED,
        /// A word that is none of those that mean something there.
        UNKNOWN_WORD,
        BAD_PORT,
        BAD_VOLUME,
        BAD_DEVICE,
        BAD_DURATION,
        BAD_SIZE,
        /// A text of another form than the one asked for.
        BAD_TEXT
    }
}
