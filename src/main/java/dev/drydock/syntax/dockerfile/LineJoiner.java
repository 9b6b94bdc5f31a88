package dev.drydock.syntax.dockerfile;

import dev.drydock.source.MappedText;
import dev.drydock.source.Problem;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.syntax.dockerfile.Dockerfile.Comment;
import dev.drydock.syntax.dockerfile.Dockerfile.Directive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Joins physical lines to instructions, as BuildKit's parser does before it looks at a single word: directives,
/// comments, continuations with comments and empty lines inside, heredoc bodies.
final class LineJoiner {

    private final Source source;
    private final String text;
    private final List<Directive> directives = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private final List<Problem> problems;
    private char escape = '\\';
    private boolean directivesDone;
    private int next;

    LineJoiner(Source source, List<Problem> problems) {
        this.source = source;
        this.text = source.text();
        this.problems = problems;
    }

    char escape() {
        return escape;
    }

    List<Directive> directives() {
        return directives;
    }

    List<Comment> comments() {
        return comments;
    }

    /// The lines of the next instruction as one, without its heredoc bodies; null at the end of the file.
    @Nullable
    MappedText next() {
        while (next < text.length()) {
            int end = takeLine();
            int start = skipSpace(lineStart, end);
            if (start == end) {
                directivesDone = true;
                continue;
            }
            if (text.charAt(start) == '#') {
                hash(start, end);
                continue;
            }
            directivesDone = true;
            return join(start, end);
        }
        return null;
    }

    private MappedText join(int start, int end) {
        var joined = new MappedText.Builder();
        int from = start;
        int lineEnd = end;
        while (true) {
            int content = beforeContinuation(from, lineEnd);
            if (content < 0) {
                joined.append(text, from, lineEnd);
                return joined.build(lineEnd);
            }
            joined.append(text, from, content);
            do {
                if (next >= text.length()) {
                    return joined.build(content);
                }
                lineEnd = takeLine();
                from = lineStart;
            } while (skippedInside(from, lineEnd));
        }
    }

    /// Whether a line inside a continued instruction is a comment or empty, which Docker drops.
    private boolean skippedInside(int from, int end) {
        int first = skipSpace(from, end);
        if (first == end) {
            problems.add(
                    new Problem(
                            Problem.Kind.EMPTY_CONTINUATION,
                            new Span(from, Math.min(text.length(), Math.max(next, from))),
                            "empty line inside a continued instruction; remove it, or end the line above without its continuation"));
            return true;
        }
        if (text.charAt(first) == '#') {
            comments.add(new Comment(text.substring(first + 1, end), new Span(first, end), true));
            return true;
        }
        return false;
    }

    /// The lines up to the one that ends the heredoc.
    Heredoc heredoc(HeredocOpener opener, Span openerSpan) {
        var body = new MappedText.Builder();
        while (next < text.length()) {
            int end = takeLine();
            int from = lineStart;
            if (opener.chomp()) {
                while (from < end && text.charAt(from) == '\t') {
                    from++;
                }
            }
            if (end - from == opener.name().length() && text.startsWith(opener.name(), from)) {
                return finished(opener, openerSpan, body.build(lineStart), new Span(from, end));
            }
            body.append(text, from, next);
        }
        problems.add(new Problem(
                Problem.Kind.SYNTAX_ERROR,
                openerSpan,
                "heredoc is never closed; end it with a line that is just " + opener.name()));
        return finished(opener, openerSpan, body.build(text.length()), Span.at(text.length()));
    }

    private static Heredoc finished(HeredocOpener opener, Span openerSpan, MappedText body, Span terminator) {
        return new Heredoc(
                opener.name(), openerSpan, opener.expand(), opener.chomp(), opener.fileDescriptor(), body, terminator);
    }

    private int lineStart;

    /// Moves over one line and returns where its content ends, the line end not included.
    private int takeLine() {
        lineStart = next;
        int newline = text.indexOf('\n', next);
        int end = newline < 0 ? text.length() : newline;
        next = newline < 0 ? text.length() : newline + 1;
        while (end > lineStart && text.charAt(end - 1) == '\r') {
            end--;
        }
        return end;
    }

    /// Where the line's content ends when a continuation follows it; -1 when none does. Two escape characters in a
    /// row are no continuation.
    private int beforeContinuation(int from, int end) {
        int at = end;
        while (at > from && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t')) {
            at--;
        }
        if (at == from || text.charAt(at - 1) != escape) {
            return -1;
        }
        at--;
        return at > from && text.charAt(at - 1) == escape ? -1 : at;
    }

    private int skipSpace(int from, int end) {
        int at = from;
        while (at < end && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// What Go's `unicode.IsSpace` says, which BuildKit trims lines with.
    static boolean isSpace(char character) {
        return character == ' '
                || (character >= '\t' && character <= '\r')
                || character == 0x85
                || character == 0xA0
                || (character > 0xFF && Character.isSpaceChar(character));
    }

    private void hash(int start, int end) {
        Directive directive = directivesDone ? null : directive(start, end);
        if (directive == null) {
            // A shebang on the first line is skipped when directives are looked for.
            if (start != 0 || !text.startsWith("#!")) {
                directivesDone = true;
            }
            comments.add(new Comment(text.substring(start + 1, end), new Span(start, end), false));
            return;
        }
        for (Directive earlier : directives) {
            if (earlier.name().equals(directive.name())) {
                problems.add(new Problem(
                        Problem.Kind.SYNTAX_ERROR,
                        directive.span(),
                        "the " + directive.name() + " directive stands twice; keep one"));
            }
        }
        directives.add(directive);
        if (directive.name().equals("escape")) {
            if (directive.value().equals("\\") || directive.value().equals("`")) {
                escape = directive.value().charAt(0);
            } else {
                problems.add(new Problem(
                        Problem.Kind.SYNTAX_ERROR,
                        directive.valueSpan(),
                        "the escape character must be \\ or `, not " + directive.value()));
            }
        }
    }

    /// Reads `# name=value` where the name is one of the three that BuildKit knows.
    private @Nullable Directive directive(int start, int end) {
        int nameStart = skipSpace(start + 1, end);
        int nameEnd = nameStart;
        while (nameEnd < end && Character.isLetterOrDigit(text.charAt(nameEnd))) {
            nameEnd++;
        }
        int equals = skipSpace(nameEnd, end);
        if (equals >= end || text.charAt(equals) != '=') {
            return null;
        }
        String name = text.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT);
        if (!name.equals("syntax") && !name.equals("escape") && !name.equals("check")) {
            return null;
        }
        int valueStart = skipSpace(equals + 1, end);
        int valueEnd = end;
        while (valueEnd > valueStart && isSpace(text.charAt(valueEnd - 1))) {
            valueEnd--;
        }
        if (valueStart == valueEnd) {
            return null;
        }
        Span value = new Span(valueStart, valueEnd);
        return new Directive(name, new Span(nameStart, nameEnd), source.text(value), value, new Span(start, valueEnd));
    }
}
