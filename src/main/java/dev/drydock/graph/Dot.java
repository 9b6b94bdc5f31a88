package dev.drydock.graph;

import dev.drydock.model.graph.ProjectGraph;
import dev.drydock.model.graph.ProjectGraph.Edge;
import dev.drydock.model.graph.ProjectGraph.Group;
import dev.drydock.model.graph.ProjectGraph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Writes a graph in DOT, the language of Graphviz.
final class Dot {

    private final ProjectGraph graph;
    private final Map<Node, String> names = new HashMap<>();
    private final StringBuilder out = new StringBuilder();

    private Dot(ProjectGraph graph) {
        this.graph = graph;
    }

    static String of(ProjectGraph graph) {
        return new Dot(graph).write();
    }

    private String write() {
        out.append("""
                digraph project {
                  graph [rankdir=TB, fontname="sans-serif", style="rounded", color="#d1d9e0"]
                  node [fontname="sans-serif", shape=box, style="rounded,filled"]
                  edge [fontname="sans-serif", fontsize=10, color="#6e7781"]
                """);
        for (Node node : graph.nodes()) {
            names.put(node, "n" + names.size());
        }
        nodes(null, "  ");
        int number = 0;
        for (Group group : graph.groups()) {
            out.append("  subgraph cluster_").append(number++).append(" {\n    label=");
            quote(List.of(Label.shown(group.label())));
            out.append('\n');
            nodes(group, "    ");
            out.append("  }\n");
        }
        for (Edge edge : graph.edges()) {
            edge(edge);
        }
        return out.append("}\n").toString();
    }

    private void nodes(@Nullable Group group, String indent) {
        for (Node node : graph.nodes()) {
            if (!Objects.equals(node.group(), group)) {
                continue;
            }
            var lines = new ArrayList<String>();
            lines.add(Label.shown(node.label()));
            lines.addAll(Label.notes(node));
            out.append(indent).append(names.get(node)).append(" [label=");
            quote(lines);
            out.append(style(node)).append("]\n");
        }
    }

    private static String style(Node node) {
        return switch (node.kind()) {
            case IMAGE -> ", fillcolor=\"#eff1f3\", color=\"#818b98\"";
            case CONTEXT -> ", fillcolor=\"#fff8c5\", color=\"#bf8700\", style=\"dashed,filled\"";
            case STAGE ->
                node.ships()
                        ? ", fillcolor=\"#dafbe1\", color=\"#1a7f37\", penwidth=3"
                        : ", fillcolor=\"#ddf4ff\", color=\"#218bff\"";
            case SERVICE -> ", fillcolor=\"#fbefff\", color=\"#8250df\", shape=oval, style=filled";
        };
    }

    private void edge(Edge edge) {
        String style = switch (edge.kind()) {
            case DEPENDS_ON -> "style=dashed";
            case MOUNT -> "style=dotted";
            case FROM, COPY, BUILD, RUN -> "";
        };
        List<String> lines = Label.lines(edge);
        out.append("  ").append(names.get(edge.from())).append(" -> ").append(names.get(edge.to()));
        if (!lines.isEmpty() || !style.isEmpty()) {
            out.append(" [").append(style);
            if (!lines.isEmpty()) {
                out.append(style.isEmpty() ? "label=" : ", label=");
                quote(lines);
            }
            out.append(']');
        }
        out.append('\n');
    }

    private void quote(List<String> lines) {
        out.append('"');
        boolean first = true;
        for (String line : lines) {
            out.append(first ? "" : "\\n");
            first = false;
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                switch (c) {
                    case '"', '\\' -> out.append('\\').append(c);
                    // Graphviz reads entities of HTML in every label.
                    case '&' -> out.append("&amp;");
                    default -> out.append(c);
                }
            }
        }
        out.append('"');
    }
}
