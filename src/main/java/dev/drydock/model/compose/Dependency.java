package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Place;
import org.jspecify.annotations.Nullable;

/// An entry of `depends_on`.
///
/// @param condition what is waited for; null is `service_started`
public record Dependency(
        String service,
        Place namePlace,
        @Nullable Value condition,
        @Nullable Value required,
        Place place) {}
