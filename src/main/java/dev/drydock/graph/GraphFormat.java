package dev.drydock.graph;

import dev.drydock.model.graph.ProjectGraph;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The ways to draw a graph.
public enum GraphFormat {
    /// A Mermaid flowchart.
    MERMAID,
    /// A graph for Graphviz.
    DOT,
    /// A picture.
    SVG,
    /// Nodes and edges for programs.
    JSON;

    /// The words for them.
    public static final List<String> WORDS = List.of("mermaid", "dot", "svg", "json");

    /// The format of a word; null for any other word.
    public static @Nullable GraphFormat of(String word) {
        int at = WORDS.indexOf(word);
        return at < 0 ? null : values()[at];
    }

    /// Draws a graph. The same graph gives the same text.
    ///
    /// @param title what a picture is called by those who cannot see it
    public void write(ProjectGraph graph, String title, Appendable out) throws IOException {
        switch (this) {
            case MERMAID -> out.append(Mermaid.of(graph));
            case DOT -> out.append(Dot.of(graph));
            case SVG -> out.append(Svg.of(graph, title));
            case JSON -> GraphJson.write(graph, out);
        }
    }
}
