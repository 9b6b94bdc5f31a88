package dev.drydock.syntax.yaml;

import dev.drydock.source.Problem;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Reads a file to its end although it has faults: the block at fault is blanked out and the rest is read again, so
/// that one tab does not hide all other services.
final class Recovery {

    /// A file with more faults is no YAML at all.
    private static final int MAX_FAULTS = 8;

    private Recovery() {}

    static YamlFile read(Source source, int nesting) {
        String text = source.text();
        var reader = new EventReader(source, text, nesting);
        YamlFile first = reader.read();
        if (reader.fault() == null) {
            return first;
        }
        YamlFile file = first;
        var faults = new ArrayList<Problem>();
        Problem fault = reader.fault();
        while (fault != null && faults.size() < MAX_FAULTS) {
            String rest = without(text, fault.span());
            if (rest == null) {
                break;
            }
            faults.add(fault);
            text = rest;
            reader = new EventReader(source, text, nesting);
            file = reader.read();
            fault = reader.fault();
        }
        if (faults.isEmpty() && fault != null) {
            faults.add(fault);
        }
        // What else seems wrong behind a fault may only seem so; and of a template, all of it.
        boolean isTemplate = source.text().contains("{%") || source.text().contains("{{");
        var problems = new ArrayList<>(first.problems());
        problems.addAll(isTemplate ? faults.subList(0, 1) : faults);
        problems.sort(Comparator.comparing(Problem::span));
        return new YamlFile(source, file.documents(), file.comments(), problems, first.duplicates());
    }

    /// The text with blanks instead of the line that the span starts on and of the lines below it that are indented
    /// further; null where nothing is left there to blank out.
    private static @Nullable String without(String text, Span fault) {
        int start = text.lastIndexOf('\n', fault.start() - 1) + 1;
        int indent = indent(text, start);
        int end = YamlChars.lineEnd(text, start);
        while (end < text.length()) {
            int next = text.indexOf('\n', end) + 1;
            boolean below = next > 0 && (indent(text, next) > indent || isBlank(text, next));
            if (!below) {
                break;
            }
            end = Math.max(YamlChars.lineEnd(text, next), next);
            if (next >= text.length()) {
                break;
            }
        }
        var rest = new StringBuilder(text);
        boolean changed = false;
        for (int i = start; i < end; i++) {
            if (!YamlChars.isSpace(text.charAt(i)) || text.charAt(i) == '\t') {
                rest.setCharAt(i, ' ');
                changed = true;
            }
        }
        return changed ? rest.toString() : null;
    }

    private static int indent(String text, int line) {
        int at = line;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at - line;
    }

    private static boolean isBlank(String text, int line) {
        int at = line + indent(text, line);
        return at >= text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }
}
