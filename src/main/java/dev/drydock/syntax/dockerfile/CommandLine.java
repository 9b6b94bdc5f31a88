package dev.drydock.syntax.dockerfile;

import dev.drydock.source.MappedText;
import dev.drydock.source.Span;
import java.util.List;

/// What `RUN`, `CMD`, `ENTRYPOINT` or `HEALTHCHECK CMD` runs.
public sealed interface CommandLine {
    Span span();

    /// A text for the stage's shell. With heredocs, the text may be no more than their openers.
    record Shell(MappedText text) implements CommandLine {
        @Override
        public Span span() {
            return text.span();
        }
    }

    /// A JSON array: an executable and its arguments, no shell between.
    ///
    /// @param span with the brackets
    record Exec(List<Word> arguments, Span span) implements CommandLine {
        public Exec {
            arguments = List.copyOf(arguments);
        }
    }
}
