package dev.drydock.syntax.compose;

import java.util.HashMap;
import java.util.Map;

/// The variables of a `.env` file, as far as they are certain: a value that uses other variables is left out.
public final class DotEnv {

    private final String text;
    private final Map<String, String> variables = new HashMap<>();
    private int at;

    private DotEnv(String text) {
        this.text = text;
    }

    /// Reads the text of a file. Lines that are no assignment are passed over.
    public static Map<String, String> parse(String text) {
        var reader = new DotEnv(text);
        while (reader.at < text.length()) {
            reader.line();
        }
        return Map.copyOf(reader.variables);
    }

    private void line() {
        int end = lineEnd(at);
        int start = skipBlanks(at, end);
        if (text.startsWith("export ", start)) {
            start = skipBlanks(start + 7, end);
        }
        int name = start;
        while (name < end && isName(text.charAt(name))) {
            name++;
        }
        int sign = skipBlanks(name, end);
        boolean assigns = name > start && sign < end && (text.charAt(sign) == '=' || text.charAt(sign) == ':');
        if (!assigns) {
            at = end + 1;
            return;
        }
        String key = text.substring(start, name);
        int value = skipBlanks(sign + 1, end);
        char quote = value < end ? text.charAt(value) : ' ';
        if (quote == '"' || quote == '\'') {
            quoted(key, value, quote);
            return;
        }
        int stop = value;
        while (stop < end && !(text.charAt(stop) == '#' && (stop == value || isBlank(text.charAt(stop - 1))))) {
            stop++;
        }
        put(key, text.substring(value, stop).stripTrailing());
        at = end + 1;
    }

    private void quoted(String key, int open, char quote) {
        var value = new StringBuilder();
        for (int i = open + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == quote) {
                if (quote == '\'') {
                    variables.put(key, value.toString());
                } else {
                    put(key, value.toString());
                }
                at = lineEnd(i) + 1;
                return;
            }
            if (c == '\\' && i + 1 < text.length() && (quote == '"' || text.charAt(i + 1) == '\'')) {
                i++;
                value.append(
                        switch (text.charAt(i)) {
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            case 't' -> '\t';
                            default -> text.charAt(i);
                        });
            } else {
                value.append(c);
            }
        }
        at = text.length();
    }

    private void put(String key, String value) {
        if (value.indexOf('$') < 0) {
            variables.put(key, value);
        } else {
            variables.remove(key);
        }
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

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r';
    }

    private static boolean isName(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '.'
                || c == '-'
                || c == '['
                || c == ']';
    }
}
