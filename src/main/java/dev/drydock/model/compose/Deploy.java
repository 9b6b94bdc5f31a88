package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Place;
import org.jspecify.annotations.Nullable;

/// What of `deploy` matters to more than a swarm.
public record Deploy(
        @Nullable Value mode,
        @Nullable Value replicas,
        @Nullable Value memoryLimit,
        @Nullable Value cpuLimit,
        @Nullable Value restartCondition,
        Place place) {}
