package dev.drydock.model.compose;

import dev.drydock.source.Place;
import java.util.List;

/// What Compose refuses of a project although each of its files is in order by itself.
///
/// @param place the exact words
/// @param message what is wrong and what to do
/// @param related other places that have to do with it
public record Inconsistency(Kind kind, Place place, String message, List<Related> related) {

    /// The sorts; a rule reports each: the constant in kebab-case is that rule's id.
    public enum Kind {
        UNDEFINED_NETWORK,
        UNDEFINED_VOLUME,
        UNDEFINED_SECRET,
        UNDEFINED_CONFIG,
        UNDEFINED_MODEL,
        UNDEFINED_DEPENDENCY,
        PROFILE_CLOSURE_BROKEN,
        DEPENDENCY_CYCLE,
        SERVICE_WITHOUT_IMAGE,
        DUPLICATE_CONTAINER_NAME,
        DUPLICATE_PUBLISHED_PORT,
        CONFLICTING_SETTINGS
    }

    /// Another place.
    ///
    /// @param what what it has to do with it
    public record Related(Place place, String what) {}

    public Inconsistency {
        related = List.copyOf(related);
    }

    /// The same thing: of one kind, at one place.
    boolean isSame(Inconsistency other) {
        return kind == other.kind
                && place.span().equals(other.place.span())
                && place.source().path().equals(other.place.source().path());
    }
}
