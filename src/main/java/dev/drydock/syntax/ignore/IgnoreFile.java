package dev.drydock.syntax.ignore;

import dev.drydock.source.Source;
import dev.drydock.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A `.dockerignore`.
///
/// @param patterns its lines that are patterns, in order
public record IgnoreFile(Source source, List<IgnorePattern> patterns) {

    /// What becomes of a path.
    ///
    /// @param by the pattern that decided, an exception where it brought the path back; null where no pattern is
    ///     for it
    public record Decision(boolean ignored, @Nullable IgnorePattern by) {
        private static final Decision UNTOUCHED = new Decision(false, null);
    }

    public IgnoreFile {
        patterns = List.copyOf(patterns);
    }

    /// Reads a file as moby does: a `#` is a comment only at the very start of a line.
    public static IgnoreFile read(Source source) {
        String text = source.text();
        var patterns = new ArrayList<IgnorePattern>();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            if (text.charAt(start) != '#') {
                pattern(text, start, end, patterns);
            }
            start = end + 1;
        }
        return new IgnoreFile(source, patterns);
    }

    private static void pattern(String text, int lineStart, int lineEnd, List<IgnorePattern> patterns) {
        int start = lineStart;
        int end = lineEnd;
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        if (start == end) {
            return;
        }
        boolean marked = text.charAt(start) == '!';
        String pattern = stripped(text.substring(marked ? start + 1 : start, end));
        if (!pattern.isEmpty()) {
            pattern = clean(pattern);
            if (pattern.length() > 1 && pattern.startsWith("/")) {
                pattern = pattern.substring(1);
            }
        }
        patterns.add(read(marked ? "!" + pattern : pattern, new Span(start, end)));
    }

    /// The matcher looks at a line once more when it is clean: a `!` behind `./` is an exception, too.
    private static IgnorePattern read(String line, Span span) {
        String cleaned = clean(stripped(line));
        boolean exception = cleaned.startsWith("!");
        return IgnorePattern.of(exception ? cleaned.substring(1) : cleaned, exception, span);
    }

    private static String stripped(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /// What Go takes for white space.
    private static boolean isBlank(char c) {
        return switch (c) {
            case '\t', '\n', '\u000B', '\f', '\r', ' ', '\u0085', '\u00A0' -> true;
            default -> Character.isSpaceChar(c);
        };
    }

    /// A path in its shortest form, as Go's `filepath.Clean` makes it.
    public static String clean(String path) {
        boolean rooted = path.startsWith("/");
        var parts = new ArrayList<String>();
        int from = 0;
        while (from <= path.length()) {
            int slash = path.indexOf('/', from);
            int end = slash < 0 ? path.length() : slash;
            String part = path.substring(from, end);
            if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (part.equals("..") ? !rooted : !part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
            from = end + 1;
        }
        String joined = String.join("/", parts);
        return rooted ? "/" + joined : joined.isEmpty() ? "." : joined;
    }

    /// Whether a path in the context is left out of it, and by which line. The last pattern that is for the path or
    /// for a directory above it decides.
    ///
    /// @param path relative to the context, clean
    public Decision decide(String path) {
        Decision decision = Decision.UNTOUCHED;
        for (IgnorePattern pattern : patterns) {
            if (pattern.exception() == decision.ignored() && pattern.matchesOrParent(path)) {
                decision = new Decision(!pattern.exception(), pattern);
            }
        }
        return decision;
    }

    public boolean ignores(String path) {
        return decide(path).ignored();
    }

    /// Whether something below a directory that is ignored may be brought back.
    public boolean hasExceptions() {
        for (IgnorePattern pattern : patterns) {
            if (pattern.exception()) {
                return true;
            }
        }
        return false;
    }
}
