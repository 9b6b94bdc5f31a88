package dev.drydock.syntax.ignore;

import dev.drydock.source.Span;

/// A line of a `.dockerignore`.
///
/// @param text the pattern as moby cleans it: without `!`, leading and trailing slashes, `.` and `..` parts
/// @param exception whether the line starts with `!`
/// @param span the line without the blanks around it
public record IgnorePattern(String text, boolean exception, Span span, Matcher matcher) {

    /// How a cleaned pattern is compared; moby has short cuts that differ from its regular expressions.
    sealed interface Matcher {}

    private record Exact() implements Matcher {}

    private record Prefix(String prefix) implements Matcher {}

    private record Suffix(String suffix) implements Matcher {}

    private record ByGlob(Glob glob) implements Matcher {}

    /// A pattern that Docker refuses, and the whole build with it.
    private record Invalid() implements Matcher {}

    static IgnorePattern of(String text, boolean exception, Span span) {
        Matcher matcher = text.isEmpty() || !Glob.isValid(text) ? new Invalid() : matcher(text);
        return new IgnorePattern(text, exception, span, matcher);
    }

    private static Matcher matcher(String text) {
        boolean deepStart = text.startsWith("**");
        boolean deepEnd = false;
        boolean plain = true;
        for (int i = deepStart ? 2 : 0; i < text.length() && plain; i++) {
            char c = text.charAt(i);
            if (!deepStart && text.startsWith("**", i) && i + 2 == text.length()) {
                deepEnd = true;
                break;
            }
            plain = c != '*' && c != '?' && c != '[' && c != ']' && c != '\\';
        }
        if (!plain) {
            Glob glob = Glob.moby(text);
            return glob == null ? new Invalid() : new ByGlob(glob);
        }
        if (deepStart) {
            return new Suffix(text.substring(2));
        }
        return deepEnd ? new Prefix(text.substring(0, text.length() - 2)) : new Exact();
    }

    /// The same line with another pattern in it.
    public IgnorePattern with(String other) {
        return of(other, exception, span);
    }

    /// Whether it names one path, and not several.
    public boolean isPlain() {
        return matcher instanceof Exact;
    }

    /// Whether Docker can read the pattern at all.
    public boolean isValid() {
        return !(matcher instanceof Invalid);
    }

    /// Whether the pattern is for this path itself, whatever becomes of the directories above it.
    public boolean matches(String path) {
        return switch (matcher) {
            case Exact() -> path.equals(text);
            case Prefix(String prefix) -> path.startsWith(prefix);
            case Suffix(String suffix) ->
                path.endsWith(suffix)
                        || (suffix.startsWith("/") && path.length() == suffix.length() - 1 && suffix.endsWith(path));
            case ByGlob(Glob glob) -> glob.matches(path);
            case Invalid() -> false;
        };
    }

    /// Whether the pattern is for this path or a directory above it.
    public boolean matchesOrParent(String path) {
        return matches(path) || matchesParent(path);
    }

    /// Whether the pattern may be for something below a directory, as far as its text before the first wildcard
    /// tells.
    public boolean mayBeBelow(String directory) {
        int wild = 0;
        while (wild < text.length() && "*?[\\".indexOf(text.charAt(wild)) < 0) {
            wild++;
        }
        String certain = text.substring(0, wild);
        String prefix = directory + "/";
        return certain.startsWith(prefix) || (wild < text.length() && prefix.startsWith(certain));
    }

    private boolean matchesParent(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (matches(path.substring(0, slash))) {
                return true;
            }
        }
        return false;
    }
}
