package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Place;

/// An entry of `env_file`.
///
/// @param raw whether its lines are taken as they are, without quotes, escapes and variables
public record EnvFile(Value path, boolean required, boolean raw, Place place) {}
