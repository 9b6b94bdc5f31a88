package dev.drydock.syntax.compose;

import dev.drydock.source.Span;
import dev.drydock.source.Text;
import org.jspecify.annotations.Nullable;

/// A variable that an environment file sets.
///
/// @param value unknown where it depends on a variable that is; null where the name stands alone and nobody sets it
/// @param valueSpan the value without its quotes; null where the name stands alone
public record EnvVariable(
        String name,
        Span nameSpan,
        @Nullable Text value,
        @Nullable Span valueSpan) {}
