package dev.drydock.source;

import dev.drydock.rule.Severity;

/// What the layering test must find: `source` may import nothing.
public record PlantedWrongImport(Severity severity) {}
