package dev.drydock.syntax.dockerfile;

import dev.drydock.source.MappedText;
import dev.drydock.source.Span;

/// A here-document of a `RUN`, `COPY` or `ADD`.
///
/// @param name the word that ends it, without quotes
/// @param opener the `<<-"NAME"` in the instruction
/// @param expand whether variables in the body are expanded: the name is not quoted
/// @param chomp whether leading tabs are dropped: `<<-`
/// @param fileDescriptor the number before `<<`, 0 where there is none
/// @param body the lines, without leading tabs where `chomp`
/// @param terminator the line that ends it; empty at the end of the file where it is missing
public record Heredoc(
        String name,
        Span opener,
        boolean expand,
        boolean chomp,
        int fileDescriptor,
        MappedText body,
        Span terminator) {}
