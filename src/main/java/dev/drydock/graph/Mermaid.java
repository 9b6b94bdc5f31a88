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

/// Writes a graph as a Mermaid flowchart, which GitHub and GitLab draw where it stands in Markdown.
final class Mermaid {

    private static final String STYLES = """
              classDef image fill:#eff1f3,stroke:#818b98,color:#1f2328
              classDef context fill:#fff8c5,stroke:#bf8700,color:#1f2328,stroke-dasharray:5 3
              classDef stage fill:#ddf4ff,stroke:#218bff,color:#1f2328
              classDef ships fill:#dafbe1,stroke:#1a7f37,color:#1f2328,stroke-width:3px
              classDef service fill:#fbefff,stroke:#8250df,color:#1f2328
            """;

    private final ProjectGraph graph;
    private final Map<Node, String> names = new HashMap<>();
    private final StringBuilder out = new StringBuilder();

    private Mermaid(ProjectGraph graph) {
        this.graph = graph;
    }

    static String of(ProjectGraph graph) {
        return new Mermaid(graph).write();
    }

    private String write() {
        out.append("flowchart TB\n");
        for (Node node : graph.nodes()) {
            names.put(node, "n" + names.size());
        }
        nodes(null, "  ");
        int number = 0;
        for (Group group : graph.groups()) {
            out.append("  subgraph g").append(number++).append("[\"");
            escape(group.label());
            out.append("\"]\n");
            nodes(group, "    ");
            out.append("  end\n");
        }
        for (Edge edge : graph.edges()) {
            edge(edge);
        }
        if (!graph.nodes().isEmpty()) {
            out.append(STYLES);
        }
        return out.toString();
    }

    private void nodes(@Nullable Group group, String indent) {
        for (Node node : graph.nodes()) {
            if (!Objects.equals(node.group(), group)) {
                continue;
            }
            boolean service = node.kind() == Node.Kind.SERVICE;
            out.append(indent).append(names.get(node)).append(service ? "([\"" : "[\"");
            var lines = new ArrayList<String>();
            lines.add(Label.shown(node.label()));
            lines.addAll(Label.notes(node));
            lines(lines);
            out.append(service ? "\"]):::" : "\"]:::").append(style(node)).append('\n');
        }
    }

    private static String style(Node node) {
        return switch (node.kind()) {
            case IMAGE -> "image";
            case CONTEXT -> "context";
            case STAGE -> node.ships() ? "ships" : "stage";
            case SERVICE -> "service";
        };
    }

    private void edge(Edge edge) {
        boolean dotted = switch (edge.kind()) {
            case DEPENDS_ON, MOUNT -> true;
            case FROM, COPY, BUILD, RUN -> false;
        };
        out.append("  ").append(names.get(edge.from())).append(dotted ? " -.->" : " -->");
        List<String> lines = Label.lines(edge);
        if (!lines.isEmpty()) {
            out.append("|\"");
            lines(lines);
            out.append("\"|");
        }
        out.append(' ').append(names.get(edge.to())).append('\n');
    }

    private void lines(List<String> lines) {
        boolean first = true;
        for (String line : lines) {
            out.append(first ? "" : "<br/>");
            escape(line);
            first = false;
        }
    }

    /// Everything that is more than a letter to Mermaid, to Markdown in it or to the HTML that it makes is written
    /// as a number.
    private void escape(String raw) {
        String text = Label.shown(raw);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c) || c > '~' || " /.-:@+,=()".indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('#').append((int) c).append(';');
            }
        }
    }
}
