package dev.drydock.model.command;

import dev.drydock.source.Span;
import dev.drydock.source.Text;
import dev.drydock.syntax.shell.Word;

/// One argument as a command gets it: variables replaced, and what they hold split at blanks.
///
/// @param text its value; a pattern stays as it is written
/// @param prefix the value, or as much of its start as is known
/// @param word the word it comes from; several arguments may come from one
public record Argument(Text text, String prefix, Word word) {

    /// The place of the word.
    public Span span() {
        return word.span();
    }

    /// Whether the value is certain and is `value`.
    public boolean is(String value) {
        return text.is(value);
    }

    /// Whether it is an option: it starts with `-` and is not `-` alone.
    public boolean isOption() {
        return prefix.length() > 1 && prefix.charAt(0) == '-';
    }

    /// The value, empty where it is unknown.
    public String value() {
        return text.or("");
    }
}
