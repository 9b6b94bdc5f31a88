package dev.drydock.model.compose.tree;

import dev.drydock.source.Place;
import dev.drydock.source.Problem;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.syntax.compose.Environment;
import dev.drydock.syntax.compose.Template;
import dev.drydock.syntax.yaml.YamlFile;
import dev.drydock.syntax.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Works out aliases, merge keys and variables of a YAML file. The YAML reader has bounded depth and size before.
public final class NodeReader {

    private final YamlFile yaml;
    private final String directory;
    private final @Nullable Environment environment;
    private final List<Problem> problems;
    private final List<Reset> resets = new ArrayList<>();
    private final List<String> path = new ArrayList<>();
    private int lists;

    private NodeReader(YamlFile yaml, String directory, @Nullable Environment environment, List<Problem> problems) {
        this.yaml = yaml;
        this.directory = directory;
        this.environment = environment;
        this.problems = problems;
    }

    /// The documents of a file.
    ///
    /// @param directory what relative paths in it start from
    /// @param problems where to write what is no proper `${…}`
    public static List<Fragment> read(
            YamlFile yaml, String directory, Environment environment, List<Problem> problems) {
        var fragments = new ArrayList<Fragment>();
        for (YamlNode document : yaml.documents()) {
            var reader = new NodeReader(yaml, directory, environment, problems);
            Node root = reader.node(document);
            fragments.add(new Fragment(root, Shapes.of(root), reader.resets));
        }
        return fragments;
    }

    /// The documents of a file that is no Compose file: its values have no variables.
    public static List<Node> literal(YamlFile yaml) {
        var nodes = new ArrayList<Node>();
        for (YamlNode document : yaml.documents()) {
            nodes.add(new NodeReader(yaml, "", null, new ArrayList<>()).node(document));
        }
        return nodes;
    }

    private Source source() {
        return yaml.source();
    }

    private Place place(Span span) {
        return new Place(source(), span);
    }

    private Node node(YamlNode node) {
        return switch (node.target()) {
            case YamlNode.Scalar scalar -> scalar(scalar);
            case YamlNode.Sequence sequence -> sequence(sequence);
            case YamlNode.Mapping mapping -> mapping(mapping);
            case YamlNode.Alias alias -> node(alias.target());
        };
    }

    private Node.Scalar scalar(YamlNode.Scalar scalar) {
        if (environment == null) {
            var literal = Template.literal(yaml.text(scalar));
            return new Node.Scalar(
                    Value.of(source(), directory, literal, Environment.UNKNOWN),
                    scalar.kind(),
                    place(scalar.span()),
                    List.of());
        }
        var template = Template.parse(yaml.text(scalar), problems);
        if (environment.closed()) {
            template.required(environment.variables(), problems);
        }
        return new Node.Scalar(
                Value.of(source(), directory, template, environment),
                template.hasVariables() ? YamlNode.Scalar.Kind.STRING : scalar.kind(),
                place(scalar.span()),
                List.of());
    }

    private Node.Sequence sequence(YamlNode.Sequence sequence) {
        var items = new ArrayList<Node>();
        lists++;
        for (YamlNode item : sequence.items()) {
            if (!isReset(item)) {
                items.add(node(item));
            }
        }
        lists--;
        return new Node.Sequence(items, place(sequence.span()), List.of());
    }

    private Node.Mapping mapping(YamlNode.Mapping mapping) {
        Map<String, Node.Member> members = new LinkedHashMap<>();
        for (YamlNode.Entry entry : mapping.entries()) {
            if (!entry.isMerge()) {
                member(entry, members);
            }
        }
        for (YamlNode.Entry entry : mapping.merged()) {
            member(entry, members);
        }
        return new Node.Mapping(members, false, place(mapping.span()), List.of());
    }

    private void member(YamlNode.Entry entry, Map<String, Node.Member> members) {
        String key = entry.key().value();
        path.add(key);
        if (!isReset(entry.value())) {
            members.putIfAbsent(
                    key, new Node.Member(key, List.of(place(entry.key().span())), node(entry.value())));
        }
        path.removeLast();
    }

    /// Whether a value is only there to take something away. An `!override` is noted, and is a value all the same.
    private boolean isReset(YamlNode node) {
        String tag = node.target().tag();
        boolean reset = "!reset".equals(tag);
        if (reset || "!override".equals(tag)) {
            Span tagSpan = node.target().properties().tagSpan();
            Span span = node.target().span();
            resets.add(new Reset(path, !reset, lists > 0, place(tagSpan == null ? span : tagSpan.to(span))));
        }
        return reset;
    }
}
