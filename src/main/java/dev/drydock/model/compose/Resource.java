package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Place;
import dev.drydock.syntax.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/// A top-level network, volume, secret or configuration.
///
/// @param file where a secret or configuration gets its content from
/// @param environment the variable that holds its content
public record Resource(
        String name,
        Place namePlace,
        YamlNode node,
        boolean external,
        @Nullable Value file,
        @Nullable Value environment,
        @Nullable Value driver) {}
