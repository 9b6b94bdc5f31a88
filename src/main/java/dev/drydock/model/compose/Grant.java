package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Place;
import org.jspecify.annotations.Nullable;

/// A secret, a configuration or a network that a service is given.
///
/// @param name its name among the top-level resources
/// @param target where it appears, or null for the usual place
public record Grant(Value name, @Nullable Value target, Place place) {}
