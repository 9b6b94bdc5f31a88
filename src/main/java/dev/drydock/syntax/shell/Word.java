package dev.drydock.syntax.shell;

import dev.drydock.source.MappedText;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A word of a script: parts that touch.
public record Word(List<WordPart> parts, Span span) {

    public Word {
        parts = List.copyOf(parts);
    }

    /// The word's value after quotes are removed, known where all its parts are. Patterns and `~` stay as written:
    /// see [#isPattern()].
    ///
    /// @param variables the value of a variable: null where it is not set, unknown where only a run would tell
    public Text text(Function<String, @Nullable Text> variables) {
        if (parts.size() == 1 && parts.getFirst() instanceof WordPart.Literal literal) {
            return Text.of(literal.text());
        }
        StringBuilder text = new StringBuilder();
        return append(text, parts, variables) ? Text.of(text.toString()) : Text.unknown();
    }

    /// The word's value where it holds no variables.
    public Text text() {
        return text(name -> Text.unknown());
    }

    /// Whether the value is certain and is `value`.
    public boolean is(String value) {
        return text().is(value);
    }

    /// Whether any of it is quoted.
    public boolean isQuoted() {
        for (WordPart part : parts) {
            switch (part) {
                case WordPart.SingleQuoted _, WordPart.DoubleQuoted _, WordPart.AnsiQuoted _, WordPart.Escaped _ -> {
                    return true;
                }
                case WordPart.Literal _,
                        WordPart.Glob _,
                        WordPart.Tilde _,
                        WordPart.Braces _,
                        WordPart.Parameter _,
                        WordPart.CommandSubstitution _,
                        WordPart.ProcessSubstitution _,
                        WordPart.Arithmetic _,
                        WordPart.Array _ -> {}
            }
        }
        return false;
    }

    /// Whether the shell replaces the word by the names of files that match it.
    public boolean isPattern() {
        for (WordPart part : parts) {
            if (part instanceof WordPart.Glob) {
                return true;
            }
        }
        return false;
    }

    /// Whether the word holds a variable or substitution outside of quotes, whose value is split at blanks.
    public boolean splits() {
        for (WordPart part : parts) {
            if (part instanceof WordPart.Parameter || part instanceof WordPart.CommandSubstitution) {
                return true;
            }
        }
        return false;
    }

    /// The word with its quotes removed and its variables left as they are written: what `sh -c` would read. Null
    /// where that is not a text.
    public @Nullable MappedText content() {
        MappedText.Builder content = new MappedText.Builder();
        for (WordPart part : parts) {
            switch (part) {
                case WordPart.Escaped escaped -> content.append(escaped.content());
                case WordPart.SingleQuoted quoted -> content.append(quoted.content());
                case WordPart.AnsiQuoted quoted -> content.append(quoted.content());
                case WordPart.DoubleQuoted quoted -> {
                    for (WordPart inner : quoted.parts()) {
                        content.append(inner instanceof WordPart.Escaped escaped ? escaped.content() : inner.written());
                    }
                }
                case WordPart.Literal _,
                        WordPart.Glob _,
                        WordPart.Tilde _,
                        WordPart.Braces _,
                        WordPart.Parameter _,
                        WordPart.CommandSubstitution _,
                        WordPart.Arithmetic _ -> content.append(part.written());
                case WordPart.ProcessSubstitution _, WordPart.Array _ -> {
                    return null;
                }
            }
        }
        return content.build(span.end());
    }

    private static boolean append(
            StringBuilder text, List<WordPart> parts, Function<String, @Nullable Text> variables) {
        for (WordPart part : parts) {
            switch (part) {
                case WordPart.Literal literal -> text.append(literal.text());
                case WordPart.Glob glob -> text.append(glob.written().text());
                case WordPart.Tilde tilde -> text.append(tilde.written().text());
                case WordPart.Escaped escaped ->
                    text.append(escaped.written().text(), 1, escaped.written().length());
                case WordPart.SingleQuoted quoted ->
                    text.append(quoted.written().text(), 1, quoted.written().length() - 1);
                case WordPart.AnsiQuoted quoted -> text.append(quoted.content().text());
                case WordPart.DoubleQuoted quoted -> {
                    if (!append(text, quoted.parts(), variables)) {
                        return false;
                    }
                }
                case WordPart.Parameter parameter -> {
                    if (!(Expansion.value(parameter, variables) instanceof Text.Known(String value))
                            || text.length() + value.length() > Text.LONGEST) {
                        return false;
                    }
                    text.append(value);
                }
                case WordPart.Braces _,
                        WordPart.CommandSubstitution _,
                        WordPart.ProcessSubstitution _,
                        WordPart.Arithmetic _,
                        WordPart.Array _ -> {
                    return false;
                }
            }
        }
        return true;
    }
}
