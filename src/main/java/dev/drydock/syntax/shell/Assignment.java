package dev.drydock.syntax.shell;

import dev.drydock.source.MappedText;
import dev.drydock.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `NAME=value`, before a command or alone.
///
/// @param appends whether it is written `+=`, or sets one element of an array: the variable's whole value is not
///     this
/// @param value what stands after the `=`; a word without parts where nothing does
public record Assignment(String name, boolean appends, Word value, Span span) {

    /// Reads a word as an assignment, as `export` and its like do with their arguments.
    public static @Nullable Assignment of(Word word) {
        if (word.parts().isEmpty() || !(word.parts().getFirst() instanceof WordPart.Literal first)) {
            return null;
        }
        String text = first.text();
        int name = nameEnd(text);
        int at = name;
        if (name == 0) {
            return null;
        }
        if (at < text.length() && text.charAt(at) == '[') {
            int close = text.indexOf(']', at);
            if (close < 0) {
                return null;
            }
            at = close + 1;
        }
        if (at < text.length() && text.charAt(at) == '+') {
            at++;
        }
        if (at >= text.length() || text.charAt(at) != '=') {
            return null;
        }
        MappedText written = first.written();
        List<WordPart> value = new ArrayList<>();
        if (at + 1 < text.length()) {
            WordPart.addPlain(value, written.slice(at + 1, written.length()), true);
        }
        value.addAll(word.parts().subList(1, word.parts().size()));
        Span span = word.span();
        Span valueSpan = value.isEmpty()
                ? Span.at(span.end())
                : new Span(value.getFirst().span().start(), span.end());
        return new Assignment(text.substring(0, name), at > name, new Word(value, valueSpan), span);
    }

    /// How far a variable's name reaches at the start of `text`.
    static int nameEnd(String text) {
        int at = 0;
        while (at < text.length() && isNameCharacter(text.charAt(at), at > 0)) {
            at++;
        }
        return at;
    }

    private static boolean isNameCharacter(char c, boolean digits) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (digits && c >= '0' && c <= '9');
    }
}
