package dev.drydock.syntax.ignore;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what Go makes of a pattern of a `.dockerignore`. Moby rewrites the pattern to a regular expression
/// character by character, brackets not looked at, and so `\d` is any digit, `[a?]` is two classes, and `[z-a]` is
/// refused.
/// Unicode classes, `\p`, are taken for refused, and `\Q` for what is nowhere.
final class GoExpression {

    private static final String DIRECTORIES = "(.*/)?";

    /// The classes with names, as `[:digit:]`.
    private static final List<String> NAMES = List.of(
            "alnum=09AZaz",
            "alpha=AZaz",
            "ascii=\0\u007F",
            "blank=\t\t  ",
            "cntrl=\0\u001F\u007F\u007F",
            "digit=09",
            "graph=!~",
            "lower=az",
            "print= ~",
            "punct=!/:@[`{~",
            "space=\t\r  ",
            "upper=AZ",
            "word=09AZaz__",
            "xdigit=09AFaf");

    private final String text;
    private final List<Glob.Token> tokens = new ArrayList<>();
    private int at;
    private boolean refused;

    private GoExpression(String text) {
        this.text = text;
    }

    /// The tokens of a pattern; null where Go refuses it.
    static @Nullable List<Glob.Token> tokens(String pattern) {
        var expression = new GoExpression(rewritten(pattern));
        while (expression.at < expression.text.length() && !expression.refused) {
            expression.next();
        }
        return expression.refused ? null : expression.tokens;
    }

    /// The regular expression that moby makes of a pattern, without its anchors.
    private static String rewritten(String pattern) {
        var out = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '*' && pattern.startsWith("**", i)) {
                i += pattern.startsWith("**/", i) ? 2 : 1;
                out.append(i + 1 == pattern.length() ? ".*" : DIRECTORIES);
            } else if (c == '*') {
                out.append("[^/]*");
            } else if (c == '?') {
                out.append("[^/]");
            } else if (c == '\\' && i + 1 < pattern.length()) {
                out.append('\\').append(pattern.charAt(++i));
            } else {
                out.append(".+()|{}$".indexOf(c) >= 0 ? "\\" : "").append(c);
            }
        }
        return out.toString();
    }

    private void next() {
        if (text.startsWith(DIRECTORIES, at)) {
            at += DIRECTORIES.length();
            tokens.add(new Glob.Token(Glob.Op.DIRECTORIES));
            tokens.add(new Glob.Token(Glob.Op.INSIDE));
            return;
        }
        int c = character();
        switch (c) {
            case '.' -> {
                at++;
                tokens.add(new Glob.Token(Glob.Op.ALL));
            }
            case '^' -> tokens.add(new Glob.Token(Glob.Op.START));
            case '[' -> bracket();
            case '\\' -> escape();
            default -> tokens.add(new Glob.Token(c));
        }
    }

    private int character() {
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }

    private void escape() {
        int c = at < text.length() ? text.charAt(at) : -1;
        Glob.Op op = switch (c) {
            case 'A' -> Glob.Op.START;
            case 'z' -> Glob.Op.END;
            case 'b' -> Glob.Op.BOUNDARY;
            case 'B' -> Glob.Op.NO_BOUNDARY;
            default -> Glob.Op.CHAR;
        };
        var ranges = new ArrayList<Glob.Range>();
        if (op != Glob.Op.CHAR) {
            at++;
            tokens.add(new Glob.Token(op));
        } else if (c == 'Q') {
            at = text.length();
            tokens.add(new Glob.Token(Glob.Op.CLASS, ranges, false));
        } else if (perl(c, ranges)) {
            at++;
            tokens.add(new Glob.Token(Glob.Op.CLASS, ranges, false));
        } else {
            tokens.add(new Glob.Token(escaped()));
        }
    }

    /// The character behind a backslash.
    private int escaped() {
        if (at == text.length()) {
            refused = true;
            return -1;
        }
        int c = character();
        if (c >= '0' && c <= '7' && (c == '0' || isOctal())) {
            int number = c - '0';
            for (int i = 0; i < 2 && isOctal(); i++) {
                number = number * 8 + text.charAt(at++) - '0';
            }
            return number;
        }
        if (c == 'x' && at + 1 < text.length()) {
            int high = Character.digit(text.charAt(at), 16);
            int low = Character.digit(text.charAt(at + 1), 16);
            at += 2;
            refused |= high < 0 || low < 0;
            return high * 16 + low;
        }
        boolean punctuation = c < 128 && !isBetween(c, "09AZaz");
        int control = "abfnrtv".indexOf(c);
        if (!punctuation && (control < 0 || c == 'b')) {
            refused = true;
        }
        return punctuation || control < 0 ? c : "\u0007\b\f\n\r\t\u000B".charAt(control);
    }

    private boolean isOctal() {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '7';
    }

    /// Adds the class that Perl has under a letter; false where it has none.
    private static boolean perl(int letter, List<Glob.Range> ranges) {
        String bounds = bounds(letter);
        add(bounds, letter < 'a', ranges);
        return !bounds.isEmpty();
    }

    private static String bounds(int letter) {
        return switch (letter) {
            case 'd', 'D' -> "09";
            case 's', 'S' -> "\t\n\f\r  ";
            case 'w', 'W' -> "09AZ__az";
            default -> "";
        };
    }

    /// Adds ranges, each two characters of `bounds` and in order, or all that lies between them.
    private static void add(String bounds, boolean negated, List<Glob.Range> ranges) {
        int next = 0;
        for (int i = 0; i < bounds.length(); i += 2) {
            if (negated) {
                ranges.add(new Glob.Range(next, bounds.charAt(i) - 1));
                next = bounds.charAt(i + 1) + 1;
            } else {
                ranges.add(new Glob.Range(bounds.charAt(i), bounds.charAt(i + 1)));
            }
        }
        if (negated && !bounds.isEmpty()) {
            ranges.add(new Glob.Range(next, Character.MAX_CODE_POINT));
        }
    }

    static boolean isBetween(int c, String bounds) {
        for (int i = 0; i < bounds.length(); i += 2) {
            if (c >= bounds.charAt(i) && c <= bounds.charAt(i + 1)) {
                return true;
            }
        }
        return false;
    }

    private void bracket() {
        boolean negated = at < text.length() && text.charAt(at) == '^';
        at += negated ? 1 : 0;
        var ranges = new ArrayList<Glob.Range>();
        boolean first = true;
        while (!refused && at < text.length() && (first || text.charAt(at) != ']')) {
            first = false;
            if (!named(ranges)) {
                range(ranges);
            }
        }
        refused |= at >= text.length();
        at++;
        boolean many = at < text.length() && text.charAt(at) == '*';
        at += many ? 1 : 0;
        tokens.add(new Glob.Token(many ? Glob.Op.MANY : Glob.Op.CLASS, List.copyOf(ranges), negated));
    }

    /// Reads `[:digit:]` and `\d`.
    private boolean named(List<Glob.Range> ranges) {
        int end = text.startsWith("[:", at) ? text.indexOf(":]", at + 2) : -1;
        if (end >= 0) {
            boolean negated = text.charAt(at + 2) == '^';
            String start = text.substring(at + (negated ? 3 : 2), end) + "=";
            refused = true;
            for (String name : NAMES) {
                if (name.startsWith(start)) {
                    refused = false;
                    add(name.substring(start.length()), negated, ranges);
                }
            }
            at = end + 2;
            return true;
        }
        boolean perl = text.charAt(at) == '\\' && at + 1 < text.length() && perl(text.charAt(at + 1), ranges);
        at += perl ? 2 : 0;
        return perl;
    }

    private void range(List<Glob.Range> ranges) {
        int low = classCharacter();
        int high = low;
        if (at + 1 < text.length() && text.charAt(at) == '-' && text.charAt(at + 1) != ']') {
            at++;
            high = classCharacter();
        }
        refused |= high < low;
        ranges.add(new Glob.Range(low, high));
    }

    private int classCharacter() {
        int c = character();
        return c == '\\' ? escaped() : c;
    }
}
