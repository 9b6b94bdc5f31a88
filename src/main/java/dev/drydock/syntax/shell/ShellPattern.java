package dev.drydock.syntax.shell;

import org.jspecify.annotations.Nullable;

/// A pattern as `${name%pattern}` takes it: `*`, `?`, `[a-z]`, and `\` before a character that means itself.
final class ShellPattern {

    private final String text;

    private ShellPattern(String text) {
        this.text = text;
    }

    /// The pattern; null where it holds something that Drydock does not follow, such as `[[:digit:]]`.
    static @Nullable ShellPattern of(String text) {
        int open = text.indexOf('[');
        boolean plain = open < 0 || (text.indexOf(']', open) > open + 1 && text.indexOf("[:", open) < 0);
        return plain && !isExtended(text) ? new ShellPattern(text) : null;
    }

    private static boolean isExtended(String text) {
        int paren = text.indexOf('(');
        return paren > 0 && "?*+@!".indexOf(text.charAt(paren - 1)) >= 0;
    }

    /// Where the shortest or longest match from the start of `value` ends; -1 where nothing matches.
    int prefix(String value, boolean longest) {
        for (int i = 0; i <= value.length(); i++) {
            int end = longest ? value.length() - i : i;
            if (matches(value, 0, end)) {
                return end;
            }
        }
        return -1;
    }

    /// Where the shortest or longest match up to the end of `value` starts; -1 where nothing matches.
    int suffix(String value, boolean longest) {
        for (int i = 0; i <= value.length(); i++) {
            int start = longest ? i : value.length() - i;
            if (matches(value, start, value.length())) {
                return start;
            }
        }
        return -1;
    }

    /// The value with the first or every longest match replaced.
    String replaced(String value, String replacement, boolean all) {
        var result = new StringBuilder();
        int at = 0;
        boolean done = false;
        while (at < value.length()) {
            int end = done ? -1 : longestFrom(value, at);
            if (end > at) {
                result.append(replacement);
                at = end;
                done = !all;
            } else {
                result.append(value.charAt(at++));
            }
        }
        return result.toString();
    }

    private int longestFrom(String value, int start) {
        for (int end = value.length(); end > start; end--) {
            if (matches(value, start, end)) {
                return end;
            }
        }
        return -1;
    }

    /// Whether the pattern is all of `value` from `start` to `end`.
    private boolean matches(String value, int start, int end) {
        int at = 0;
        int from = start;
        int star = -1;
        int starFrom = start;
        while (from < end) {
            int next = at < text.length() && text.charAt(at) != '*' ? one(at, value.charAt(from)) : -1;
            if (at < text.length() && text.charAt(at) == '*') {
                star = at++;
                starFrom = from;
            } else if (next > 0) {
                at = next;
                from++;
            } else if (star >= 0) {
                at = star + 1;
                from = ++starFrom;
            } else {
                return false;
            }
        }
        while (at < text.length() && text.charAt(at) == '*') {
            at++;
        }
        return at == text.length();
    }

    /// Where the pattern goes on after what stands at `at` has matched the character; -1 where it does not match.
    private int one(int at, char c) {
        return switch (text.charAt(at)) {
            case '?' -> at + 1;
            case '[' -> set(at, c);
            case '\\' -> at + 1 < text.length() && text.charAt(at + 1) == c ? at + 2 : -1;
            default -> text.charAt(at) == c ? at + 1 : -1;
        };
    }

    private int set(int open, char c) {
        int at = open + 1;
        boolean negated = text.charAt(at) == '!' || text.charAt(at) == '^';
        at += negated ? 1 : 0;
        int close = text.indexOf(']', at + 1);
        if (close < 0) {
            return c == '[' ? open + 1 : -1;
        }
        boolean found = false;
        while (at < close) {
            if (at + 2 < close && text.charAt(at + 1) == '-') {
                found |= text.charAt(at) <= c && c <= text.charAt(at + 2);
                at += 3;
            } else {
                found |= text.charAt(at++) == c;
            }
        }
        return found != negated ? close + 1 : -1;
    }
}
