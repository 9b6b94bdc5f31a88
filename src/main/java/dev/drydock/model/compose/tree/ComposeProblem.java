package dev.drydock.model.compose.tree;

import dev.drydock.source.Place;
import org.jspecify.annotations.Nullable;

/// What Compose would not accept when it puts files together.
///
/// @param kind the rule that reports it
/// @param related another place that has to do with it
/// @param relation what the other place has to do with it; empty where there is none
public record ComposeProblem(
        Kind kind, Place place, String message, @Nullable Place related, String relation) {

    /// The sorts of problems.
    public enum Kind {
        /// Values of two files that cannot be laid over each other.
        SCHEMA,
        EXTENDS_MISSING,
        INCLUDE_MISSING
    }

    public ComposeProblem(Kind kind, Place place, String message) {
        this(kind, place, message, null, "");
    }
}
