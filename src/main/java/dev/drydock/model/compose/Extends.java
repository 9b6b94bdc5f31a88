package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Place;
import org.jspecify.annotations.Nullable;

/// The service that a service takes over and adds to.
///
/// @param file null is the same file
public record Extends(Value service, @Nullable Value file, Place place) {}
