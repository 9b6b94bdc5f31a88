package dev.drydock.syntax.yaml;

import dev.drydock.source.Problem;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/// Says in plain words, and at the words at fault, what SnakeYAML could not read.
final class YamlFault {

    private YamlFault() {}

    /// The problem.
    ///
    /// @param at where the reader stopped
    /// @param context where that began which it was reading, or -1
    static Problem of(Source source, MarkedYAMLException fault, int at, int context) {
        String problem = fault.getProblem() == null ? "" : fault.getProblem();
        String reading = fault.getContext() == null ? "" : fault.getContext();
        String text = source.text();
        int place = Math.max(at, 0);
        boolean atEnd = place >= text.length();
        if (problem.startsWith("mapping values are not allowed")) {
            return problem(
                    line(source, place), "\": \" in the middle of a value; quote the value, or mend the indentation");
        }
        if (problem.contains("cannot start any token")) {
            char c = atEnd ? ' ' : text.charAt(place);
            if (c == '\t') {
                return problem(run(text, place, '\t'), "a tab indents this line; use spaces");
            }
            return problem(word(text, place), "a value cannot start with \"" + c + "\"; quote it");
        }
        if (problem.startsWith("could not find expected ':'")) {
            int start = context >= 0 ? context : place;
            return problem(
                    line(source, start),
                    "this line has no \":\" and belongs to no value; add one, or mend the indentation");
        }
        if (problem.startsWith("found unknown escape character")) {
            // The mark stands on the letter behind the backslash.
            int start = place > 0 && text.charAt(place - 1) == '\\' ? place - 1 : place;
            int end = Math.min(start + 2, text.length());
            return problem(
                    new Span(start, end),
                    "\"" + text.substring(start, end) + "\" is no escape; double the backslash, or use single quotes");
        }
        if (reading.contains("quoted scalar") && context >= 0 && problem.contains("end of stream")) {
            return problem(line(source, context), "this quote is never closed");
        }
        if (reading.contains("flow sequence") || reading.contains("flow mapping")) {
            String missing = reading.contains("sequence") ? "\"]\"" : "\"}\"";
            if (atEnd && context >= 0) {
                return problem(new Span(context, context + 1), "this bracket is never closed; add " + missing);
            }
            return problem(word(text, place), "expected \",\" or " + missing + " before this");
        }
        if (reading.contains("block mapping")
                || reading.contains("block collection")
                || reading.contains("block sequence")) {
            return problem(
                    line(source, place),
                    "this does not line up with the lines above; mend the indentation, or quote the value before it");
        }
        return problem(word(text, place), plain(problem));
    }

    /// A message of SnakeYAML's as one of ours.
    static String plain(@Nullable String message) {
        if (message == null || message.isBlank()) {
            return "this is not YAML";
        }
        int end = message.indexOf('\n');
        String first = (end < 0 ? message : message.substring(0, end)).strip();
        while (first.endsWith(".") || first.endsWith(";")) {
            first = first.substring(0, first.length() - 1);
        }
        return first.substring(0, Math.min(1, first.length())).toLowerCase(Locale.ROOT)
                + first.substring(Math.min(1, first.length()));
    }

    private static Problem problem(Span span, String message) {
        return new Problem(Problem.Kind.COMPOSE_SYNTAX_ERROR, span, message);
    }

    private static Span run(String text, int from, char of) {
        int end = from;
        while (end < text.length() && text.charAt(end) == of) {
            end++;
        }
        return new Span(from, end);
    }

    /// From `place` to the end of what stands on its line; the last words before it where nothing does.
    private static Span line(Source source, int place) {
        String text = source.text();
        int start = lastWord(text, place);
        int end = YamlChars.lineEnd(text, start);
        while (end > start && YamlChars.isSpace(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    private static Span word(String text, int place) {
        int start = lastWord(text, place);
        int end = start;
        while (end < text.length() && !YamlChars.isSpace(text.charAt(end))) {
            end++;
        }
        return new Span(start, end);
    }

    /// `place` itself where a character stands, else the start of the last word before it.
    private static int lastWord(String text, int place) {
        if (place < text.length() && !YamlChars.isSpace(text.charAt(place))) {
            return place;
        }
        int end = Math.min(place, text.length());
        while (end > 0 && YamlChars.isSpace(text.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && !YamlChars.isSpace(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }
}
