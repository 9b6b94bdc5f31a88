package dev.drydock.model.build;

import dev.drydock.source.Span;

/// One stage using another.
///
/// @param from the stage that uses it
/// @param to the stage that is used
/// @param kind how
/// @param span the words that name it
public record Dependency(Stage from, Stage to, Kind kind, Span span) {

    /// How a stage uses another.
    public enum Kind {
        /// `FROM stage`
        PARENT,
        /// `COPY --from=stage`
        COPY,
        /// `RUN --mount=from=stage`
        MOUNT
    }
}
