package dev.drydock.syntax.yaml;

import dev.drydock.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lines between two parts of a block collection, or before its first or behind its last: who their comments
/// are about.
///
/// Comments that are indented further than the parts are about the part above; those in line with the parts, right
/// above one, are about that. All others may be about anything.
///
/// @param above where the part above ends with its comments
/// @param below where the part below starts with its comments
/// @param unclear whether a comment is in it that may be about either
record Gap(int above, int below, boolean unclear) {

    /// A line that is blank or a comment.
    ///
    /// @param column where the comment starts; -1 where there is none
    private record Line(int start, int end, int column) {
        boolean isBlank() {
            return column < 0;
        }
    }

    /// Reads a gap; null where more than comments and blank lines is in it.
    ///
    /// @param above the lines of the part above, or null
    /// @param below the lines of the part below, or null
    /// @param column where the parts start
    static @Nullable Gap between(String text, @Nullable Span above, @Nullable Span below, int column) {
        List<Line> lines = above == null
                ? before(text, below == null ? 0 : below.start())
                : after(text, above.end(), below == null ? text.length() : below.start());
        if (above != null && below != null && lines.size() < count(text, above.end(), below.start())) {
            return null;
        }
        int first = 0;
        for (int i = 0; above != null && i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.column() > column) {
                first = i + 1;
            } else if (!line.isBlank()) {
                break;
            }
        }
        int last = lines.size();
        while (below != null && last > first && lines.get(last - 1).column() == column) {
            last--;
        }
        boolean atTop = above == null
                && (lines.isEmpty() || startsDocument(text, lines.getFirst().start()));
        boolean unclear = false;
        if (above == null) {
            // What stands apart at the beginning is about all of them; a comment at the top of a file may be, too.
            unclear = atTop
                    ? last < lines.size()
                    : last > 0 && !lines.get(last - 1).isBlank();
        } else {
            for (Line line : lines.subList(first, last)) {
                // Behind the last, one that is indented less is about what comes then.
                unclear |= !line.isBlank() && (below != null || line.column() >= column);
            }
        }
        int end = above == null
                ? 0
                : first == 0 ? above.end() : lines.get(first - 1).end();
        int start = below == null
                ? 0
                : last == lines.size() ? below.start() : lines.get(last).start();
        return new Gap(end, start, unclear);
    }

    private static boolean startsDocument(String text, int at) {
        int line = at < 2 ? 0 : text.lastIndexOf('\n', at - 2) + 1;
        return at == 0 || text.startsWith("---", line) || text.startsWith("%", line);
    }

    /// The blank lines and comments above a line, from the top.
    private static List<Line> before(String text, int lineStart) {
        var lines = new ArrayList<Line>();
        int at = lineStart;
        while (at > 0) {
            int start = at < 2 ? 0 : text.lastIndexOf('\n', at - 2) + 1;
            Line line = line(text, start);
            if (line == null) {
                break;
            }
            lines.addFirst(line);
            at = start;
        }
        return lines;
    }

    /// The blank lines and comments from the end of a line on.
    private static List<Line> after(String text, int lineEnd, int limit) {
        var lines = new ArrayList<Line>();
        int at = text.indexOf('\n', lineEnd) + 1;
        while (at > 0 && at < limit) {
            Line line = line(text, at);
            if (line == null) {
                break;
            }
            lines.add(line);
            at = text.indexOf('\n', at) + 1;
        }
        return lines;
    }

    /// How many lines lie between the end of one and the start of another.
    private static int count(String text, int lineEnd, int lineStart) {
        int count = 0;
        int at = text.indexOf('\n', lineEnd) + 1;
        while (at < lineStart) {
            count++;
            at = text.indexOf('\n', at) + 1;
        }
        return count;
    }

    private static @Nullable Line line(String text, int start) {
        int end = YamlChars.lineEnd(text, start);
        int at = start;
        while (at < end && YamlChars.isSpace(text.charAt(at))) {
            at++;
        }
        if (at == end) {
            return new Line(start, end, -1);
        }
        return text.charAt(at) == '#' ? new Line(start, end, at - start) : null;
    }
}
