package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Place;
import dev.drydock.source.Text;
import org.jspecify.annotations.Nullable;

/// A secret, a configuration or a network that a service is given.
///
/// @param name its name among the top-level resources
/// @param namePlace where the name stands
/// @param target where it appears, or null for the usual place
public record Grant(Text name, Place namePlace, @Nullable Value target, Place place) {}
