package dev.drydock.syntax.shell;

import dev.drydock.source.MappedText;
import dev.drydock.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A piece of a [Word].
public sealed interface WordPart {

    /// The piece as it is written, quotes and all.
    MappedText written();

    default Span span() {
        return written().span();
    }

    /// Plain text.
    record Literal(MappedText written) implements WordPart {
        public String text() {
            return written.text();
        }
    }

    /// A character after a backslash.
    record Escaped(MappedText written) implements WordPart {
        /// The character, without the backslash.
        public MappedText content() {
            return written.slice(1, written.length());
        }
    }

    /// `'…'`
    record SingleQuoted(MappedText written) implements WordPart {
        public MappedText content() {
            return written.slice(1, written.length() - 1);
        }
    }

    /// `$'…'`, with its escapes decoded.
    record AnsiQuoted(MappedText content, MappedText written) implements WordPart {}

    /// `"…"`
    record DoubleQuoted(List<WordPart> parts, MappedText written) implements WordPart {
        public DoubleQuoted {
            parts = List.copyOf(parts);
        }
    }

    /// `*`, `?` or `[…]` outside of quotes.
    record Glob(MappedText written) implements WordPart {}

    /// `~` or `~name` at the start of a word.
    record Tilde(MappedText written) implements WordPart {}

    /// `{a,b}` outside of quotes, where the shell makes several words of it.
    record Braces(MappedText written) implements WordPart {}

    /// `$NAME` or `${NAME…}`.
    ///
    /// @param name the variable's name, a number or one of `@*#?$!-`
    /// @param operator what follows the name, such as `:-`, `%%` or `[`; `#` before the name is `length`, `!` is
    ///     `indirect`; empty where there is none
    /// @param operand what follows the operator, null where there is no operator
    record Parameter(String name, String operator, @Nullable Word operand, MappedText written) implements WordPart {}

    /// `$(…)` or backquotes.
    record CommandSubstitution(Script script, MappedText written) implements WordPart {}

    /// `<(…)` or `>(…)`.
    record ProcessSubstitution(Script script, MappedText written) implements WordPart {}

    /// `$((…))`
    record Arithmetic(List<WordPart> parts, MappedText written) implements WordPart {
        public Arithmetic {
            parts = List.copyOf(parts);
        }
    }

    /// `(…)` after `NAME=`: the elements of an array.
    record Array(List<Word> elements, MappedText written) implements WordPart {
        public Array {
            elements = List.copyOf(elements);
        }
    }

    /// Adds plain text to `parts`, its patterns as parts of their own.
    ///
    /// @param first whether it begins a word, where `~` is a home directory
    static void addPlain(List<WordPart> parts, MappedText plain, boolean first) {
        String text = plain.text();
        int start = 0;
        int at = 0;
        if (first && text.startsWith("~")) {
            int slash = text.indexOf('/');
            at = slash < 0 ? text.length() : slash;
            parts.add(new Tilde(plain.slice(0, at)));
            start = at;
        }
        while (at < text.length()) {
            int end = globEnd(text, at);
            if (end > at) {
                if (start < at) {
                    parts.add(new Literal(plain.slice(start, at)));
                }
                parts.add(new Glob(plain.slice(at, end)));
                start = end;
                at = end;
            } else {
                at++;
            }
        }
        if (start < text.length()) {
            parts.add(new Literal(plain.slice(start, text.length())));
        }
    }

    private static int globEnd(String text, int at) {
        return switch (text.charAt(at)) {
            case '*', '?' -> at + 1;
            case '[' -> {
                // `[` alone is a command; a bracket expression is short, so that looking for its end stays cheap.
                int limit = Math.min(text.length(), at + 40);
                int close = text.substring(at, limit).indexOf(']', 2);
                yield close < 0 ? at : at + close + 1;
            }
            default -> at;
        };
    }

    /// As [#addPlain], where `{a,b}` makes several words.
    static void addBraced(List<WordPart> parts, MappedText plain, boolean first) {
        String text = plain.text();
        int start = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
            int close = text.indexOf('}', open);
            int comma = text.indexOf(',', open);
            if (close < 0) {
                break;
            }
            if (comma < 0 || comma > close) {
                continue;
            }
            if (start < open) {
                addPlain(parts, plain.slice(start, open), first && start == 0);
            }
            parts.add(new Braces(plain.slice(open, close + 1)));
            start = close + 1;
            open = close;
        }
        if (start < text.length()) {
            addPlain(parts, plain.slice(start, text.length()), first && start == 0);
        }
    }
}
