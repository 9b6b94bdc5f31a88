package dev.drydock.syntax.yaml;

import dev.drydock.source.Edit;
import dev.drydock.source.Span;
import dev.drydock.syntax.yaml.Ordering.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The parts of a block collection as whole lines, each with the comments that are about it. Blank lines between
/// two parts belong to neither and stay where they are.
final class Pieces {

    private final String text;
    private final List<Span> spans;
    private final boolean[] unclear;
    private final boolean blocks;

    private Pieces(String text, List<Span> spans, boolean[] unclear, boolean blocks) {
        this.text = text;
        this.spans = spans;
        this.unclear = unclear;
        this.blocks = blocks;
    }

    /// Cuts the lines of a collection into pieces; null where the parts do not stand on lines of their own.
    static @Nullable Pieces of(YamlFile file, List<Part> parts) {
        String text = file.source().text();
        var lines = new ArrayList<Span>();
        boolean blocks = false;
        int column = -1;
        for (Part part : parts) {
            int start = start(part.head());
            int line = text.lastIndexOf('\n', start - 1) + 1;
            int own = marker(text, line, start, part.key() == null);
            int end = YamlChars.lineEnd(text, Math.max(part.head().span().end(), end(part.value())));
            boolean below = lines.isEmpty() || line > lines.getLast().end();
            if (own < 0 || !below || (column >= 0 && own - line != column) || keeps(text, part.value())) {
                return null;
            }
            blocks |= hasBlock(part.value());
            column = own - line;
            lines.add(new Span(line, end));
        }
        var pieces = new ArrayList<Span>(lines);
        boolean[] unclear = new boolean[lines.size() + 1];
        for (int i = 0; i <= lines.size(); i++) {
            Gap gap = Gap.between(
                    text, i == 0 ? null : lines.get(i - 1), i == lines.size() ? null : lines.get(i), column);
            if (gap == null) {
                return null;
            }
            unclear[i] = gap.unclear();
            if (i > 0) {
                pieces.set(i - 1, new Span(pieces.get(i - 1).start(), gap.above()));
            }
            if (i < lines.size()) {
                pieces.set(i, new Span(gap.below(), pieces.get(i).end()));
            }
        }
        return new Pieces(text, pieces, unclear, blocks);
    }

    /// The edits that put the pieces in another order; none where a comment between those that move may be about
    /// either neighbour.
    List<Edit> inOrder(List<Integer> order) {
        int first = -1;
        int last = -1;
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i) != i) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        for (int i = first; i <= last + 1; i++) {
            if (unclear[i]) {
                return List.of();
            }
        }
        // A block of text at the end of a file without a line end has one line end less than elsewhere.
        if (blocks && spans.get(last).end() == text.length()) {
            return List.of();
        }
        var edits = new ArrayList<Edit>();
        for (int i = first; i <= last; i++) {
            if (order.get(i) != i) {
                Span other = spans.get(order.get(i));
                edits.add(new Edit(spans.get(i), text.substring(other.start(), other.end())));
            }
        }
        return edits;
    }

    private static int start(YamlNode node) {
        Span tag = node.properties().tagSpan();
        Span anchor = node.properties().anchorSpan();
        int start = node.span().start();
        start = tag == null ? start : Math.min(start, tag.start());
        return anchor == null ? start : Math.min(start, anchor.start());
    }

    /// Where a value ends, its tag and anchor included.
    private static int end(YamlNode node) {
        Span tag = node.properties().tagSpan();
        Span anchor = node.properties().anchorSpan();
        int end = node.span().end();
        end = tag == null ? end : Math.max(end, tag.end());
        return anchor == null ? end : Math.max(end, anchor.end());
    }

    /// Where the first character on the line of a part is: its own, or the dash of an item; -1 where something else
    /// stands before it.
    private static int marker(String text, int line, int start, boolean item) {
        int at = line;
        while (at < start && text.charAt(at) == ' ') {
            at++;
        }
        if (!item) {
            return at == start && start < text.length() && text.charAt(start) != '*' ? at : -1;
        }
        if (at >= start || text.charAt(at) != '-') {
            return -1;
        }
        for (int i = at + 1; i < start; i++) {
            if (text.charAt(i) != ' ') {
                return -1;
            }
        }
        return at;
    }

    /// Whether a block of text with all its line ends is in it: blank lines below it are part of it.
    private static boolean keeps(String text, YamlNode node) {
        return switch (node) {
            case YamlNode.Scalar scalar ->
                isBlock(scalar) && header(text, scalar).indexOf('+') >= 0;
            case YamlNode.Mapping mapping -> {
                boolean keeps = false;
                for (YamlNode.Entry entry : mapping.entries()) {
                    keeps |= keeps(text, entry.value());
                }
                yield keeps;
            }
            case YamlNode.Sequence sequence -> {
                boolean keeps = false;
                for (YamlNode item : sequence.items()) {
                    keeps |= keeps(text, item);
                }
                yield keeps;
            }
            case YamlNode.Alias _ -> false;
        };
    }

    private static boolean hasBlock(YamlNode node) {
        return switch (node) {
            case YamlNode.Scalar scalar -> isBlock(scalar);
            case YamlNode.Mapping mapping ->
                !mapping.entries().isEmpty()
                        && hasBlock(mapping.entries().getLast().value());
            case YamlNode.Sequence sequence ->
                !sequence.items().isEmpty() && hasBlock(sequence.items().getLast());
            case YamlNode.Alias _ -> false;
        };
    }

    private static boolean isBlock(YamlNode.Scalar scalar) {
        return switch (scalar.style()) {
            case LITERAL, FOLDED -> true;
            case PLAIN, SINGLE_QUOTED, DOUBLE_QUOTED -> false;
        };
    }

    private static String header(String text, YamlNode.Scalar scalar) {
        return text.substring(
                scalar.span().start(), YamlChars.lineEnd(text, scalar.span().start()));
    }
}
