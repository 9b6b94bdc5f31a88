package dev.drydock.rules;

import dev.drydock.rule.Finding;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import java.util.List;

/// Findings drawn under the lines of a file: tildes under the exact words, then the message.
final class Drawing {

    private Drawing() {}

    /// The file with its findings drawn in, in their order under each line.
    static String of(Source source, List<Finding> findings) {
        var out = new StringBuilder();
        int lines = Math.max(1, source.lineCount());
        for (int line = 1; line <= lines; line++) {
            Span span = source.lineSpan(line);
            String text = source.text(span);
            if (!text.isEmpty() || span.end() < source.text().length()) {
                out.append(text).append('\n');
            }
            for (Finding finding : findings) {
                int at = finding.place().span().start();
                // What stands behind the last newline is drawn under the last line.
                if (source.line(at) == line || (line == lines && source.line(at) > line)) {
                    draw(text, span, finding, out);
                }
            }
        }
        return out.toString();
    }

    private static void draw(String text, Span line, Finding finding, StringBuilder out) {
        Span span = finding.place().span();
        int start = Math.min(span.start() - line.start(), text.length());
        int end = Math.min(span.end() - line.start(), text.length());
        for (int i = 0; i < start; i++) {
            out.append(text.charAt(i) == '\t' ? '\t' : ' ');
        }
        out.repeat('~', Math.max(1, end - start))
                .append(' ')
                .append(finding.message())
                .append('\n');
    }

    /// A drawn file without what is drawn.
    static String without(String drawn) {
        var out = new StringBuilder();
        drawn.lines()
                .filter(line -> !isDrawn(line))
                .forEach(line -> out.append(line).append('\n'));
        return out.toString();
    }

    private static boolean isDrawn(String line) {
        int i = 0;
        while (i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t')) {
            i++;
        }
        int tildes = i;
        while (i < line.length() && line.charAt(i) == '~') {
            i++;
        }
        return i > tildes && (i == line.length() || (line.charAt(i) == ' ' && i + 1 < line.length()));
    }
}
