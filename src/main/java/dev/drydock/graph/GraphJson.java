package dev.drydock.graph;

import dev.drydock.model.graph.ProjectGraph;
import dev.drydock.model.graph.ProjectGraph.Edge;
import dev.drydock.model.graph.ProjectGraph.Group;
import dev.drydock.model.graph.ProjectGraph.Node;
import dev.drydock.report.JsonWriter;
import dev.drydock.source.Position;
import java.io.IOException;
import java.util.Locale;

/// Writes a graph as JSON, for programs.
final class GraphJson {

    private GraphJson() {}

    static void write(ProjectGraph graph, Appendable out) throws IOException {
        var json = new JsonWriter(out);
        json.object().field("format", 1);
        json.name("groups").array();
        for (Group group : graph.groups()) {
            json.object().field("id", group.id()).field("label", group.label());
            role(json, word(group.role()));
            json.endObject();
        }
        json.endArray().name("nodes").array();
        for (Node node : graph.nodes()) {
            write(json, node);
        }
        json.endArray().name("edges").array();
        for (Edge edge : graph.edges()) {
            json.object().field("from", edge.from().id()).field("to", edge.to().id());
            json.field("kind", word(edge.kind())).field("labels", edge.labels()).endObject();
        }
        json.endArray().endObject().end();
    }

    private static void write(JsonWriter json, Node node) throws IOException {
        json.object().field("id", node.id()).field("kind", word(node.kind())).field("label", node.label());
        if (!node.note().isEmpty()) {
            json.field("note", node.note());
        }
        if (node.group() != null) {
            json.field("group", node.group().id());
        }
        role(json, word(node.role()));
        if (node.kind() == Node.Kind.STAGE) {
            json.field("ships", node.ships());
        }
        if (node.place() != null) {
            Position start = node.place().source().position(node.place().span().start());
            json.field("path", node.place().source().path());
            json.field("line", start.line()).field("column", start.column());
        }
        json.endObject();
    }

    private static void role(JsonWriter json, String role) throws IOException {
        if (!role.equals("unknown")) {
            json.field("role", role);
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
