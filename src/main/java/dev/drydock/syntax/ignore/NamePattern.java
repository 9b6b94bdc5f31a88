package dev.drydock.syntax.ignore;

/// A pattern for one name of a path, as Go's `path.Match` takes it, which `COPY` and `ADD` use: `*`, `?`, `[a-z]`,
/// `[^a-z]`, and `\` before a character that means itself.
public final class NamePattern {

    private final String pattern;

    private NamePattern(String pattern) {
        this.pattern = pattern;
    }

    /// The pattern; it holds no slash.
    public static NamePattern of(String pattern) {
        return new NamePattern(pattern);
    }

    /// Whether a text means anything but itself.
    public static boolean isPattern(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("*?[\\".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /// Whether it is all of a name. A malformed pattern is none of any.
    public boolean matches(String name) {
        int at = 0;
        int text = 0;
        int star = -1;
        int resume = 0;
        while (text < name.length()) {
            int next = at < pattern.length() && pattern.charAt(at) != '*' ? step(at, name.charAt(text)) : -1;
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = ++at;
                resume = text;
            } else if (next >= 0) {
                at = next;
                text++;
            } else if (star >= 0) {
                // The last star takes one character more.
                at = star;
                text = ++resume;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }

    /// Where the pattern goes on after what stands at `start` took the character; -1 where it does not take it.
    private int step(int start, char c) {
        return switch (pattern.charAt(start)) {
            case '?' -> start + 1;
            case '[' -> inClass(start + 1, c);
            case '\\' -> start + 1 < pattern.length() && pattern.charAt(start + 1) == c ? start + 2 : -1;
            default -> pattern.charAt(start) == c ? start + 1 : -1;
        };
    }

    private int inClass(int start, char c) {
        int at = start;
        boolean negated = at < pattern.length() && pattern.charAt(at) == '^';
        at += negated ? 1 : 0;
        boolean found = false;
        int parts = 0;
        while (at < pattern.length() && (pattern.charAt(at) != ']' || parts == 0)) {
            at += pattern.charAt(at) == '\\' ? 1 : 0;
            if (at >= pattern.length()) {
                return -1;
            }
            char low = pattern.charAt(at++);
            char high = low;
            if (at + 1 < pattern.length() && pattern.charAt(at) == '-') {
                at += pattern.charAt(at + 1) == '\\' ? 2 : 1;
                if (at >= pattern.length()) {
                    return -1;
                }
                high = pattern.charAt(at++);
            }
            found |= low <= c && c <= high;
            parts++;
        }
        return at < pattern.length() && found != negated ? at + 1 : -1;
    }
}
