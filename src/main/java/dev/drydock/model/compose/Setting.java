package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Place;
import org.jspecify.annotations.Nullable;

/// A name with a value, from a mapping or a list of `NAME=value`: an environment variable, a build argument, a
/// label.
///
/// @param name where the name stands is `namePlace`
/// @param value null where only the name is given: the value then comes from where Compose runs
/// @param place name and value
public record Setting(
        String name, Place namePlace, @Nullable Value value, Place place) {}
