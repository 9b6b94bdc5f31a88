package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Place;

/// An entry of `env_file`.
public record EnvFile(Value path, boolean required, Place place) {}
