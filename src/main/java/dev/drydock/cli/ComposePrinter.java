package dev.drydock.cli;

import dev.drydock.model.compose.tree.Node;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.report.JsonWriter;
import dev.drydock.source.Place;
import dev.drydock.source.Position;
import dev.drydock.syntax.yaml.YamlNode.Scalar.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Writes a merged project as YAML, with the place of each value behind it, or as JSON, with the places in a part
/// of their own.
final class ComposePrinter {

    private final Node root;
    private final StringBuilder out = new StringBuilder();

    ComposePrinter(Node root) {
        this.root = root;
    }

    /// The project as YAML.
    String yaml() {
        if (root instanceof Node.Mapping mapping && !mapping.byKey().isEmpty()) {
            members(mapping, 0);
        } else {
            out.append(inline(root)).append('\n');
        }
        return out.toString();
    }

    private void members(Node.Mapping mapping, int depth) {
        boolean first = true;
        for (Node.Member member : mapping.members()) {
            // The first member of an item stands on the line of its hyphen.
            boolean begun = first && !out.isEmpty() && out.charAt(out.length() - 1) == ' ';
            out.repeat(' ', begun ? 0 : depth);
            out.append(scalar(member.key(), Kind.STRING)).append(':');
            below(member.value(), depth + 2);
            first = false;
        }
    }

    private void below(Node node, int depth) {
        switch (node) {
            case Node.Mapping mapping
            when !mapping.byKey().isEmpty() -> {
                out.append('\n');
                members(mapping, depth);
            }
            case Node.Sequence sequence
            when !sequence.items().isEmpty() -> {
                out.append('\n');
                items(sequence, depth);
            }
            case Node.Mapping _, Node.Sequence _, Node.Scalar _ -> {
                String text = inline(node);
                out.append(text.isEmpty() ? "" : " ")
                        .append(text)
                        .append(origin(node))
                        .append('\n');
            }
        }
    }

    private void items(Node.Sequence sequence, int depth) {
        for (Node item : sequence.items()) {
            if (!(item instanceof Node.Scalar) && !item.replaced().isEmpty()) {
                out.repeat(' ', depth).append("#").append(replaced(item)).append(":\n");
            }
            out.repeat(' ', depth).append("- ");
            if (item instanceof Node.Mapping mapping && !mapping.byKey().isEmpty()) {
                members(mapping, depth + 2);
            } else if (item instanceof Node.Sequence list && !list.items().isEmpty()) {
                out.setLength(out.length() - 1);
                out.append('\n');
                items(list, depth + 2);
            } else {
                String text = inline(item);
                out.append(text.isEmpty() ? "null" : text).append(origin(item)).append('\n');
            }
        }
    }

    private static String inline(Node node) {
        return switch (node) {
            case Node.Mapping _ -> "{}";
            case Node.Sequence _ -> "[]";
            case Node.Scalar scalar -> scalar(text(scalar), scalar.kind());
        };
    }

    /// The value; where nobody knows it, how it is written.
    private static String text(Node.Scalar scalar) {
        return scalar.value().or(scalar.value().written());
    }

    private static String scalar(String text, Kind kind) {
        if (kind == Kind.NULL) {
            return "null";
        }
        boolean plain = !text.isEmpty() && (kind != Kind.STRING || PlainText.isPlain(text));
        return plain ? text : quoted(text);
    }

    private static String quoted(String text) {
        var json = new StringBuilder();
        try {
            new JsonWriter(json).value(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.toString();
    }

    private static String origin(Node node) {
        var text = new StringBuilder("  # ").append(at(node.place()));
        boolean implied = node instanceof Node.Scalar scalar && scalar.value().implied();
        text.append(implied ? " (implied)" : "");
        return text.append(node.replaced().isEmpty() ? "" : ",")
                .append(replaced(node))
                .toString();
    }

    private static String replaced(Node node) {
        var text = new StringBuilder();
        List<Place> replaced = node.replaced();
        for (int i = 0; i < replaced.size(); i++) {
            text.append(i == 0 ? " in place of " : ", ").append(at(replaced.get(i)));
        }
        return text.toString();
    }

    private static String at(Place place) {
        return place.source().path() + ":" + place.source().line(place.span().start());
    }

    /// The project as JSON: `project` is what Compose would run, `origins` says where each value came from, by its
    /// JSON pointer.
    String json() throws IOException {
        var json = new JsonWriter(out);
        json.object().name("project");
        value(json, root);
        json.name("origins").object();
        origins(json, root, "");
        json.endObject().endObject().end();
        return out.toString();
    }

    private static void value(JsonWriter json, Node node) throws IOException {
        switch (node) {
            case Node.Mapping mapping -> {
                json.object();
                for (Node.Member member : mapping.members()) {
                    json.name(member.key());
                    value(json, member.value());
                }
                json.endObject();
            }
            case Node.Sequence sequence -> {
                json.array();
                for (Node item : sequence.items()) {
                    value(json, item);
                }
                json.endArray();
            }
            case Node.Scalar scalar -> {
                String text = text(scalar);
                switch (scalar.kind()) {
                    case NULL -> json.nothing();
                    case BOOLEAN -> json.value(Character.toLowerCase(text.charAt(0)) == 't');
                    case INTEGER, FLOAT -> {
                        if (PlainText.isJsonNumber(text)) {
                            json.number(text);
                        } else {
                            json.value(text);
                        }
                    }
                    case STRING -> json.value(text);
                }
            }
        }
    }

    private static void origins(JsonWriter json, Node node, String pointer) throws IOException {
        switch (node) {
            case Node.Mapping mapping -> {
                for (Node.Member member : mapping.members()) {
                    origins(json, member.value(), pointer + "/" + escaped(member.key()));
                }
            }
            case Node.Sequence sequence -> {
                for (int i = 0; i < sequence.items().size(); i++) {
                    origins(json, sequence.items().get(i), pointer + "/" + i);
                }
            }
            case Node.Scalar scalar -> {
                json.name(pointer).object();
                place(json, scalar.place());
                Value value = scalar.value();
                if (value.implied()) {
                    json.field("implied", true);
                }
                if (!value.isKnown()) {
                    json.field("unknown", true);
                }
                if (!scalar.replaced().isEmpty()) {
                    json.name("replaced").array();
                    for (Place place : scalar.replaced()) {
                        json.object();
                        place(json, place);
                        json.endObject();
                    }
                    json.endArray();
                }
                json.endObject();
            }
        }
    }

    private static void place(JsonWriter json, Place place) throws IOException {
        Position position = place.source().position(place.span().start());
        json.field("file", place.source().path());
        json.field("line", position.line()).field("column", position.column());
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
