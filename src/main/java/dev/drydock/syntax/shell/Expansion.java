package dev.drydock.syntax.shell;

import dev.drydock.source.Text;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The value of `${NAME…}`, as far as every part of it is known.
final class Expansion {

    /// Longer values are no longer worth matching.
    private static final int MAX_LENGTH = 1000;

    private Expansion() {}

    static Text value(WordPart.Parameter parameter, Function<String, @Nullable Text> variables) {
        Text value = variables.apply(parameter.name());
        Word operand = parameter.operand();
        if (parameter.operator().isEmpty() || operand == null) {
            return value == null ? Text.of("") : value;
        }
        if (value instanceof Text.Unknown) {
            return value;
        }
        boolean filled = value != null && !value.is("");
        String text = value == null ? "" : value.or("");
        return switch (parameter.operator()) {
            case ":-", ":=" -> filled ? Text.of(text) : operand.text(variables);
            case "-", "=" -> value != null ? value : operand.text(variables);
            case ":+" -> filled ? operand.text(variables) : Text.of("");
            case "+" -> value != null ? operand.text(variables) : Text.of("");
            case ":?" -> filled ? Text.of(text) : Text.unknown();
            case "?" -> value != null ? value : Text.unknown();
            case "length" -> Text.of(Integer.toString(text.codePointCount(0, text.length())));
            case "#", "##", "%", "%%", "/", "//" -> cut(parameter.operator(), text, operand, variables);
            case "^^" -> operand.parts().isEmpty() ? Text.of(text.toUpperCase(Locale.ROOT)) : Text.unknown();
            case ",," -> operand.parts().isEmpty() ? Text.of(text.toLowerCase(Locale.ROOT)) : Text.unknown();
            case ":" ->
                operand.text(variables) instanceof Text.Known(String range) ? part(text, range) : Text.unknown();
            default -> Text.unknown();
        };
    }

    private static Text cut(String operator, String value, Word operand, Function<String, @Nullable Text> variables) {
        var written = new StringBuilder();
        if (value.length() > MAX_LENGTH || !pattern(operand.parts(), variables, false, written)) {
            return Text.unknown();
        }
        String operands = written.toString();
        int slash = operator.startsWith("/") ? slash(operands) : -1;
        ShellPattern pattern = ShellPattern.of(slash < 0 ? operands : operands.substring(0, slash));
        // `${a/#b/c}` and `${a/%b/c}` replace at one end only: rare enough to stay unknown.
        if (pattern == null || (operator.equals("/") && !operands.isEmpty() && "#%".indexOf(operands.charAt(0)) >= 0)) {
            return Text.unknown();
        }
        boolean twice = operator.length() == 2;
        return Text.of(
                switch (operator.charAt(0)) {
                    case '#' -> value.substring(Math.max(0, pattern.prefix(value, twice)));
                    case '%' -> {
                        int start = pattern.suffix(value, twice);
                        yield start < 0 ? value : value.substring(0, start);
                    }
                    default -> pattern.replaced(value, slash < 0 ? "" : plain(operands.substring(slash + 1)), twice);
                });
    }

    /// Writes the pattern that the parts make, with `\` before each quoted character.
    ///
    /// @return false where some of it is not known
    private static boolean pattern(
            List<WordPart> parts, Function<String, @Nullable Text> variables, boolean quoted, StringBuilder pattern) {
        for (WordPart part : parts) {
            switch (part) {
                case WordPart.Literal literal -> append(literal.text(), quoted, pattern);
                case WordPart.DoubleQuoted inner -> {
                    if (!pattern(inner.parts(), variables, true, pattern)) {
                        return false;
                    }
                }
                case WordPart.Parameter _,
                        WordPart.Escaped _,
                        WordPart.SingleQuoted _,
                        WordPart.AnsiQuoted _,
                        WordPart.Glob _,
                        WordPart.Tilde _,
                        WordPart.Braces _,
                        WordPart.CommandSubstitution _,
                        WordPart.ProcessSubstitution _,
                        WordPart.Arithmetic _,
                        WordPart.Array _ -> {
                    if (!(new Word(List.of(part), part.span()).text(variables) instanceof Text.Known(String known))) {
                        return false;
                    }
                    append(known, quoted || !(part instanceof WordPart.Parameter), pattern);
                }
            }
        }
        return true;
    }

    private static void append(String text, boolean quoted, StringBuilder pattern) {
        for (int i = 0; i < text.length(); i++) {
            if (quoted && !Character.isLetterOrDigit(text.charAt(i))) {
                pattern.append('\\');
            }
            pattern.append(text.charAt(i));
        }
    }

    /// The `/` between pattern and replacement, -1 where there is none.
    private static int slash(String operands) {
        for (int i = 0; i < operands.length(); i++) {
            if (operands.charAt(i) == '\\') {
                i++;
            } else if (operands.charAt(i) == '/' && i > 0) {
                return i;
            }
        }
        return -1;
    }

    private static String plain(String replacement) {
        var text = new StringBuilder();
        for (int i = 0; i < replacement.length(); i++) {
            if (replacement.charAt(i) == '\\' && i + 1 < replacement.length()) {
                i++;
            }
            text.append(replacement.charAt(i));
        }
        return text.toString();
    }

    /// `offset` or `offset:length`, both plain numbers.
    private static Text part(String value, String range) {
        int colon = range.indexOf(':');
        int offset = number(colon < 0 ? range : range.substring(0, colon));
        int length = colon < 0 ? value.length() : number(range.substring(colon + 1));
        if (offset < 0 || length < 0) {
            return Text.unknown();
        }
        int start = Math.min(offset, value.length());
        return Text.of(value.substring(start, Math.min(value.length() - start, length) + start));
    }

    private static int number(String text) {
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || i > 6) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return text.isEmpty() ? -1 : number;
    }
}
