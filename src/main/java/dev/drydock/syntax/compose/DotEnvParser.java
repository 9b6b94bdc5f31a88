package dev.drydock.syntax.compose;

import dev.drydock.source.MappedText;
import dev.drydock.source.Problem;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads environment files as compose-go does, odd corners included: what stands behind a closing quote is the next
/// variable, and a name alone is taken from the environment.
final class DotEnvParser {

    private final Source source;
    private final String text;
    private final Environment environment;
    private final Map<String, String> scope;
    private final List<EnvVariable> variables = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private int at;
    /// Whether the value that was read last is in single quotes.
    private boolean literal;

    DotEnvParser(Source source, Environment environment) {
        this.source = source;
        this.text = source.text();
        this.environment = environment;
        this.scope = new HashMap<>(environment.variables());
    }

    DotEnv parse() {
        while (true) {
            at = skipAll(at);
            if (at == text.length()) {
                return new DotEnv(source, variables, problems);
            }
            if (text.charAt(at) == '#') {
                at = lineEnd(at);
            } else {
                statement();
            }
        }
    }

    /// A line, as it is, is a variable.
    DotEnv raw() {
        for (; at < text.length(); at = lineEnd(at) + 1) {
            int end = lineEnd(at);
            int stop = end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
            int start = skipBlanks(at, stop);
            if (start == stop || text.charAt(start) == '#') {
                continue;
            }
            int sign = text.indexOf('=', start, stop);
            boolean assigns = sign >= 0;
            int nameEnd = assigns ? sign : stop;
            String name = text.substring(start, nameEnd);
            if (name.isEmpty()) {
                problem(start, stop, "there is no name before this \"=\"; write one, or take the line away");
            } else if (hasBlank(name)) {
                problem(start, nameEnd, "the name of a variable has no blanks in it; take them away");
            } else if (assigns) {
                add(name, start, Text.of(text.substring(sign + 1, stop)), new Span(sign + 1, stop));
            } else {
                inherit(name, start);
            }
        }
        return new DotEnv(source, variables, problems);
    }

    private void statement() {
        if (text.startsWith("export", at) && at + 6 < text.length() && isSpace(text.charAt(at + 6))) {
            at = skipBlanks(at + 6, text.length());
        }
        int start = at;
        int end = start;
        while (end < text.length() && isName(text.charAt(end))) {
            end++;
        }
        char sign = end < text.length() ? text.charAt(end) : '\n';
        if (sign != '=' && sign != ':' && sign != '\n') {
            problem(
                    end,
                    end + 1,
                    "\"" + sign
                            + "\" cannot be in the name of a variable; take it away, or begin a comment with \"#\"");
            at = lineEnd(end);
            return;
        }
        int nameEnd = trimmed(start, end);
        String name = text.substring(start, nameEnd);
        boolean proper = name.indexOf(' ') < 0;
        if (!proper) {
            problem(start, nameEnd, "the name of a variable has no blanks in it; take them away, or write \"=\"");
        }
        at = Math.min(end + 1, text.length());
        if (sign == '\n') {
            if (proper && !name.isEmpty()) {
                inherit(name, start);
            }
            return;
        }
        MappedText value = value(skipBlanks(at, text.length()));
        if (value != null && proper && !name.isEmpty()) {
            set(name, start, value);
        }
    }

    /// The value that starts at `from`; null where its quote is never closed.
    private @Nullable MappedText value(int from) {
        char quote = from < text.length() ? text.charAt(from) : '\n';
        literal = quote == '\'';
        if (quote == '"' || quote == '\'') {
            return quoted(from, quote);
        }
        int end = lineEnd(from);
        at = end;
        int comment = text.indexOf(" #", from, end);
        int stop = trimmed(from, comment < 0 ? end : comment);
        return MappedText.of(source, new Span(from, stop));
    }

    private @Nullable MappedText quoted(int open, char quote) {
        var value = new MappedText.Builder();
        int run = open + 1;
        for (int i = run; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == quote) {
                value.append(text, run, i);
                at = i + 1;
                return value.build(i);
            }
            if (c == '\\' && i + 1 < text.length()) {
                value.append(text, run, i);
                i = escape(i, quote, value);
                run = i + 1;
            }
        }
        int end = trimmed(open, lineEnd(open));
        problem(open, end, "this quote is never closed; close it behind the value");
        at = lineEnd(open);
        return null;
    }

    /// Adds what the backslash at `from` and the characters behind it stand for.
    ///
    /// @return the place of the last of them
    private int escape(int from, char quote, MappedText.Builder value) {
        char c = text.charAt(from + 1);
        if (c == quote) {
            value.append(c, from, 2);
            return from + 1;
        }
        if (quote == '\'') {
            value.append(text, from, from + 2);
            return from + 1;
        }
        if (c == '0' && from + 4 < text.length()) {
            int code = octal(text.substring(from + 2, from + 5));
            if (code >= 0) {
                value.append((char) code, from, 5);
                return from + 4;
            }
        }
        switch (c) {
            case 'a' -> value.append('\u0007', from, 2);
            case 'b' -> value.append('\b', from, 2);
            case 'f' -> value.append('\f', from, 2);
            case 'n' -> value.append('\n', from, 2);
            case 'r' -> value.append('\r', from, 2);
            case 't' -> value.append('\t', from, 2);
            case 'v' -> value.append('\u000b', from, 2);
            case '\\' -> value.append('\\', from, 2);
            // Interpolation makes one of two.
            case '$' -> value.append('$', from, 2).append('$', from, 2);
            default -> value.append(text, from, from + 2);
        }
        return from + 1;
    }

    private static int octal(String digits) {
        int code = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '7') {
                return -1;
            }
            code = code * 8 + c - '0';
        }
        return code > 255 ? -1 : code;
    }

    private void set(String name, int start, MappedText value) {
        if (literal) {
            add(name, start, Text.of(value.text()), value.span());
            return;
        }
        Template template = Template.parse(value, problems);
        if (environment.closed()) {
            template.required(scope, problems);
        }
        add(name, start, template.text(scope, environment.closed()), value.span());
    }

    /// A name alone: its value is that of the environment.
    private void inherit(String name, int start) {
        String value = environment.variables().get(name);
        Text taken = value != null ? Text.of(value) : environment.closed() ? null : Text.unknown();
        variables.add(new EnvVariable(name, new Span(start, start + name.length()), taken, null));
    }

    private void add(String name, int start, Text value, Span valueSpan) {
        variables.add(new EnvVariable(name, new Span(start, start + name.length()), value, valueSpan));
        if (environment.variables().containsKey(name)) {
            return;
        }
        if (value instanceof Text.Known(String known)) {
            scope.put(name, known);
        } else {
            scope.remove(name);
        }
    }

    private void problem(int start, int end, String message) {
        problems.add(new Problem(Problem.Kind.COMPOSE_SYNTAX_ERROR, new Span(start, end), message));
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private int skipBlanks(int from, int end) {
        int next = from;
        while (next < end && isBlank(text.charAt(next))) {
            next++;
        }
        return next;
    }

    private int skipAll(int from) {
        int next = from;
        while (next < text.length() && isSpace(text.charAt(next))) {
            next++;
        }
        return next;
    }

    private int trimmed(int from, int end) {
        int last = end;
        while (last > from && isSpace(text.charAt(last - 1))) {
            last--;
        }
        return last;
    }

    private static boolean hasBlank(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (isSpace(name.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSpace(char c) {
        return c == '\n' || isBlank(c);
    }

    /// Go's white space within a line.
    private static boolean isBlank(char c) {
        return switch (c) {
            case ' ', '\t', '\r', '\f', '\u000b', '\u0085', '\u00a0' -> true;
            default -> false;
        };
    }

    /// What may stand in a name; of blanks, those before the sign do.
    private static boolean isName(char c) {
        return switch (c) {
            case '_', '.', '-', '[', ']' -> true;
            default -> isBlank(c) || Character.isLetterOrDigit(c);
        };
    }
}
