package dev.drydock.syntax.dockerfile;

import dev.drydock.source.Span;
import org.jspecify.annotations.Nullable;

/// A `--name=value` of an instruction.
///
/// @param name without the dashes
/// @param nameSpan of the name without the dashes
/// @param value what follows `=`, null where there is no `=`
/// @param span of the whole
public record Flag(String name, Span nameSpan, @Nullable Word value, Span span) {}
