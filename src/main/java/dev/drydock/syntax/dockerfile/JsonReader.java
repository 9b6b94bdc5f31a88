package dev.drydock.syntax.dockerfile;

import dev.drydock.source.MappedText;
import dev.drydock.syntax.grammar.DockerfileLexer;
import dev.drydock.syntax.grammar.DockerfileParser;
import dev.drydock.syntax.grammar.TextStream;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/// Reads the JSON form of an instruction as Go's `encoding/json` does.
final class JsonReader {

    /// Brackets that a real instruction would never hold; beyond, the text is no JSON form. Bounds the descent.
    private static final int MOST_BRACKETS = 500;

    private JsonReader() {}

    /// What a text is as a JSON form.
    sealed interface Form {
        /// An array of strings, each decoded with its place.
        record Strings(List<MappedText> values) implements Form {}

        /// An array that holds something else, which BuildKit rejects.
        record NotStrings(MappedText culprit) implements Form {}

        /// No JSON array: BuildKit takes it as the other form.
        record NotJson() implements Form {}
    }

    static Form read(MappedText body) {
        if (!body.text().startsWith("[") || tooDeep(body.text())) {
            return new Form.NotJson();
        }
        var lexer = new DockerfileLexer(new TextStream(body.text()));
        lexer.removeErrorListeners();
        lexer.mode(DockerfileLexer.JSON);
        var parser = new DockerfileParser(new CommonTokenStream(lexer));
        parser.removeErrorListeners();
        var form = parser.jsonForm();
        if (parser.getNumberOfSyntaxErrors() > 0) {
            return new Form.NotJson();
        }
        var values = new ArrayList<MappedText>();
        for (var value : form.jsonValue()) {
            Token token = value.getStart();
            if (token.getType() != DockerfileParser.STRING) {
                return new Form.NotStrings(
                        body.slice(token.getStartIndex(), value.getStop().getStopIndex() + 1));
            }
            values.add(decode(body, token.getStartIndex() + 1, token.getStopIndex()));
        }
        return new Form.Strings(values);
    }

    private static boolean tooDeep(String text) {
        int brackets = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if ((character == '[' || character == '{') && ++brackets > MOST_BRACKETS) {
                return true;
            }
        }
        return false;
    }

    private static MappedText decode(MappedText body, int start, int end) {
        String text = body.text();
        if (text.indexOf('\\', start, end) < 0) {
            return body.slice(start, end);
        }
        var decoded = new MappedText.Builder();
        for (int at = start; at < end; ) {
            char character = text.charAt(at);
            int width = character != '\\' ? 1 : text.charAt(at + 1) == 'u' ? 6 : 2;
            char value = width == 1 ? character : escaped(text, at);
            int origin = body.origin(at);
            decoded.append(value, origin, body.span(at, at + width).end() - origin);
            at += width;
        }
        return decoded.build(body.origin(end));
    }

    private static char escaped(String text, int backslash) {
        char kind = text.charAt(backslash + 1);
        return switch (kind) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> (char) Integer.parseInt(text, backslash + 2, backslash + 6, 16);
            default -> kind;
        };
    }

    /// Where the text was surely meant as a JSON array and is none: says what is wrong with it; null where it may
    /// well be something else, such as the shell's `[ -f x ]`.
    static @Nullable Fault fault(MappedText body) {
        String text = body.text().strip();
        if (!text.startsWith("[")) {
            return null;
        }
        boolean closed = text.endsWith("]");
        int strings = 0;
        int commas = 0;
        char oddQuote = 0;
        int at = 1;
        boolean afterComma = false;
        boolean missingComma = false;
        int end = closed ? text.length() - 1 : text.length();
        while (at < end) {
            char character = text.charAt(at);
            if (character == ',') {
                commas++;
                afterComma = true;
                at++;
            } else if (LineJoiner.isSpace(character)) {
                at++;
            } else if (QUOTES.indexOf(character) >= 0) {
                int close = close(text, at, end);
                if (close < 0) {
                    return null;
                }
                if (character != '"') {
                    oddQuote = character;
                }
                missingComma |= strings > 0 && !afterComma;
                strings++;
                afterComma = false;
                at = close + 1;
            } else {
                return null;
            }
        }
        if (strings == 0 || (!closed && commas == 0)) {
            return null;
        }
        if (oddQuote == '\'') {
            return Fault.SINGLE_QUOTES;
        }
        if (oddQuote != 0) {
            return Fault.CURLY_QUOTES;
        }
        if (!closed) {
            return Fault.NOT_CLOSED;
        }
        return afterComma ? Fault.TRAILING_COMMA : missingComma ? Fault.MISSING_COMMA : Fault.OTHER;
    }

    private static final String QUOTES = "\"'\u201C\u201D\u2018\u2019";

    private static int close(String text, int open, int end) {
        char quote = text.charAt(open);
        for (int at = open + 1; at < end; at++) {
            char character = text.charAt(at);
            if (character == '\\' && quote == '"') {
                at++;
            } else if (quote < 0x80 ? character == quote : QUOTES.indexOf(character) >= 2) {
                return at;
            }
        }
        return -1;
    }

    /// Why something that looks like a JSON array is none.
    enum Fault {
        SINGLE_QUOTES("has single quotes; JSON strings need double quotes"),
        CURLY_QUOTES("has typographic quotes; JSON strings need \""),
        NOT_CLOSED("is not closed; add the ]"),
        TRAILING_COMMA("ends with a comma; remove it"),
        MISSING_COMMA("lacks a comma between two strings"),
        OTHER("is not valid JSON");

        private final String message;

        Fault(String message) {
            this.message = message;
        }

        String message() {
            return message;
        }
    }
}
