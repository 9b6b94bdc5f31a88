package dev.drydock.syntax.dockerfile;

import dev.drydock.source.Nearest;
import dev.drydock.source.Span;
import dev.drydock.syntax.dockerfile.Dockerfile.Comment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A comment that was meant as a parser directive. Docker drops it without a word.
///
/// @param directive the directive that was meant
/// @param span the name as it is written
/// @param reason why it is none
public record LostDirective(String directive, Span span, Reason reason) {

    /// Why Docker takes the line as a comment.
    public enum Reason {
        MISSPELT,
        NO_EQUALS,
        LATE
    }

    private static final List<String> NAMES = List.of("syntax", "escape", "check");

    /// Those of a file.
    public static List<LostDirective> of(Dockerfile file) {
        var lost = new ArrayList<LostDirective>();
        int first = file.instructions().isEmpty()
                ? Integer.MAX_VALUE
                : file.instructions().getFirst().span().start();
        for (Comment comment : file.comments()) {
            if (!comment.continued()) {
                LostDirective found = read(comment, comment.span().start() < first);
                if (found != null) {
                    lost.add(found);
                }
            }
        }
        return lost;
    }

    private static @Nullable LostDirective read(Comment comment, boolean beforeInstructions) {
        String text = comment.text();
        int start = skipBlanks(text, 0);
        int end = start;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        int sign = skipBlanks(text, end);
        if (end == start || end - start > 10 || sign >= text.length()) {
            return null;
        }
        boolean equals = text.charAt(sign) == '=';
        boolean colon = text.charAt(sign) == ':';
        String value = text.substring(equals || colon ? sign + 1 : sign).strip();
        String name = text.substring(start, end).toLowerCase(Locale.ROOT);
        int hash = comment.span().start() + 1;
        Span span = new Span(hash + start, hash + end);
        if (equals && isLate(name, value)) {
            return new LostDirective(name, span, Reason.LATE);
        }
        if (!equals && beforeInstructions && name.equals("syntax") && fits(name, value)) {
            return new LostDirective(name, span, Reason.NO_EQUALS);
        }
        String meant = equals && beforeInstructions && !NAMES.contains(name) ? Nearest.to(name, NAMES) : null;
        return meant != null && fits(meant, value) ? new LostDirective(meant, span, Reason.MISSPELT) : null;
    }

    /// `check=skip=…` is also read above one instruction, so that it is never late.
    private static boolean isLate(String name, String value) {
        return (name.equals("syntax") || name.equals("escape")) && fits(name, value);
    }

    /// Whether the value is one that the directive takes: what else looks like `name = value` is prose or code.
    private static boolean fits(String name, String value) {
        return switch (name) {
            case "syntax" -> value.indexOf(' ') < 0 && value.contains("/dockerfile");
            case "escape" -> value.equals("`") || value.equals("\\");
            case String _ ->
                value.startsWith("skip=") || value.startsWith("error=") || value.startsWith("experimental=");
        };
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }
}
