package dev.drydock.graph;

import dev.drydock.model.graph.ProjectGraph.Edge;
import dev.drydock.model.graph.ProjectGraph.Node;
import java.util.ArrayList;
import java.util.List;

/// What is written on nodes and edges.
final class Label {

    /// How many paths an edge shows before it only counts them.
    private static final int MOST_PATHS = 3;

    private Label() {}

    /// A text as every format may have it: what would break a line, end a document or turn the direction of writing
    /// is replaced.
    static String shown(String text) {
        StringBuilder changed = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                if (changed != null) {
                    changed.append(c).append(text.charAt(i + 1));
                }
                i++;
                continue;
            }
            char shown = shown(c);
            if (shown != c && changed == null) {
                changed = new StringBuilder(text.substring(0, i));
            }
            if (changed != null) {
                changed.append(shown);
            }
        }
        return changed == null ? text : changed.toString();
    }

    private static char shown(char c) {
        if (c == '\n' || c == '\t' || c == '\r' || c == '\u2028' || c == '\u2029') {
            return ' ';
        }
        boolean turns = (c >= '\u202a' && c <= '\u202e')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\u200e'
                || c == '\u200f'
                || c == '\u061c';
        return Character.isISOControl(c) || Character.isSurrogate(c) || turns || c >= '\ufffe' ? '\ufffd' : c;
    }

    /// What is written below the name of a node, line by line.
    static List<String> notes(Node node) {
        var notes = new ArrayList<String>();
        if (!node.note().isEmpty()) {
            notes.add(shown(node.note()));
        }
        String role = role(node);
        // That of a stage is in its name.
        if (!role.isEmpty() && node.kind() != Node.Kind.STAGE) {
            notes.add(role);
        }
        if (node.ships()) {
            notes.add("ships");
        }
        return notes;
    }

    private static String role(Node node) {
        return switch (node.role()) {
            case PRODUCTION -> "production";
            case DEVELOPMENT -> "development";
            case TEST -> "test";
            case UNKNOWN -> "";
        };
    }

    /// What is written on an edge, line by line: the first paths, and how many more there are.
    static List<String> lines(Edge edge) {
        List<String> all = edge.labels();
        int most = all.size() == MOST_PATHS + 1 ? MOST_PATHS + 1 : MOST_PATHS;
        var lines = new ArrayList<String>();
        for (String label : all.subList(0, Math.min(most, all.size()))) {
            // A full stop alone is easily overlooked.
            String path = label.equals(".") ? "./" : shown(label);
            lines.add((edge.kind() == Edge.Kind.MOUNT ? "mounts " : "") + path);
        }
        if (all.size() > most) {
            lines.add("and " + (all.size() - most) + " more");
        }
        return lines;
    }
}
