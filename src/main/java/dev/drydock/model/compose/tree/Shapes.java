package dev.drydock.model.compose.tree;

import dev.drydock.source.Place;
import dev.drydock.syntax.compose.Template;
import dev.drydock.syntax.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Brings what may be written in two shapes into one: a list of `NAME=value` is a mapping, a context alone a
/// `build`, one string a list. Ports, volumes and devices stay as they are written. What has neither shape stays,
/// too: the schema tells of it.
final class Shapes {

    private Shapes() {}

    /// The values of a file in one shape each; of entries with the same key, the last.
    static Node of(Node root) {
        return shaped(root, MergeRules.root());
    }

    private static Node shaped(Node node, MergeRules rules) {
        if (rules == MergeRules.NONE || node.isNull()) {
            return node;
        }
        Node whole = whole(node, rules.way());
        return switch (whole) {
            case Node.Scalar scalar -> scalar;
            case Node.Sequence sequence -> {
                var items = new ArrayList<Node>();
                MergeRules below = rules.below("");
                for (Node item : sequence.items()) {
                    items.add(shaped(item, below));
                }
                var shaped = new Node.Sequence(items, sequence.place(), sequence.replaced());
                yield Merger.unique(shaped, rules.way());
            }
            case Node.Mapping mapping -> {
                Map<String, Node.Member> members = new LinkedHashMap<>();
                for (Node.Member member : mapping.members()) {
                    Node value = shaped(member.value(), rules.below(member.key()));
                    members.put(member.key(), member.with(value));
                }
                yield mapping.with(members);
            }
        };
    }

    private static Node whole(Node node, MergeWay way) {
        return switch (way) {
            case KEYED -> node instanceof Node.Sequence list ? keyed(list) : node;
            case NAMED -> node instanceof Node.Sequence list ? named(list, false) : node;
            case DEPENDENCIES -> node instanceof Node.Sequence list ? named(list, true) : node;
            case BUILD -> node instanceof Node.Scalar scalar ? single("context", scalar) : node;
            case STRINGS -> node instanceof Node.Scalar scalar ? list(scalar) : node;
            case HOSTS -> node instanceof Node.Mapping mapping ? hosts(mapping) : node;
            case ENV_FILES -> items(node instanceof Node.Scalar scalar ? list(scalar) : node, "path");
            case SECRETS, CONFIGS -> items(node, "source");
            case DEEP, REPLACE, LOGGING, SUBNETS, VALUES, PORTS, MOUNTS, DEVICES -> node;
        };
    }

    private static Node keyed(Node.Sequence list) {
        Map<String, Node.Member> members = new LinkedHashMap<>();
        for (Node item : list.items()) {
            if (!(item instanceof Node.Scalar scalar)) {
                return list;
            }
            Template whole = scalar.value().template();
            List<Integer> signs = whole.places('=');
            int end = signs.isEmpty() ? whole.end() : signs.getFirst();
            Value name = scalar.value().part(whole.slice(whole.start(), end));
            Template rest = whole.slice(signs.isEmpty() ? whole.end() : end + 1, whole.end());
            YamlNode.Scalar.Kind kind = signs.isEmpty() ? YamlNode.Scalar.Kind.NULL : YamlNode.Scalar.Kind.STRING;
            Node value = Node.Scalar.of(scalar.value().part(rest), kind);
            String key = name.or(name.written());
            members.put(key, new Node.Member(key, List.of(name.place()), value));
        }
        return new Node.Mapping(members, true, list.place(), list.replaced());
    }

    private static Node named(Node.Sequence list, boolean dependencies) {
        Map<String, Node.Member> members = new LinkedHashMap<>();
        for (Node item : list.items()) {
            if (!(item instanceof Node.Scalar scalar)) {
                return list;
            }
            String key = scalar.value().or(scalar.value().written());
            Node value = dependencies ? started(scalar) : implied(scalar, "", YamlNode.Scalar.Kind.NULL);
            members.put(key, new Node.Member(key, List.of(scalar.place()), value));
        }
        return new Node.Mapping(members, true, list.place(), list.replaced());
    }

    /// What a name alone means in `depends_on`; laid over a mapping, it takes the place of what is written there.
    private static Node started(Node.Scalar at) {
        Map<String, Node.Member> members = new LinkedHashMap<>();
        Node condition = implied(at, "service_started", YamlNode.Scalar.Kind.STRING);
        members.put("condition", new Node.Member("condition", List.of(at.place()), condition));
        Node required = implied(at, "true", YamlNode.Scalar.Kind.BOOLEAN);
        members.put("required", new Node.Member("required", List.of(at.place()), required));
        return new Node.Mapping(members, false, at.place(), List.of());
    }

    private static Node implied(Node.Scalar at, String text, YamlNode.Scalar.Kind kind) {
        return Node.Scalar.of(Value.implied(at.place(), at.value().directory(), text), kind);
    }

    private static Node.Mapping single(String key, Node.Scalar value) {
        return new Node.Mapping(
                Map.of(key, new Node.Member(key, List.of(value.place()), value)),
                false,
                value.place(),
                value.replaced());
    }

    private static Node.Sequence list(Node.Scalar scalar) {
        return new Node.Sequence(List.of(scalar), scalar.place(), scalar.replaced());
    }

    private static Node items(Node node, String key) {
        if (!(node instanceof Node.Sequence list)) {
            return node;
        }
        var items = new ArrayList<Node>();
        for (Node item : list.items()) {
            items.add(item instanceof Node.Scalar scalar ? single(key, scalar) : item);
        }
        return new Node.Sequence(items, list.place(), list.replaced());
    }

    /// `{host: address}` as a list of `host=address`.
    private static Node hosts(Node.Mapping mapping) {
        var items = new ArrayList<Node>();
        for (Node.Member member : mapping.members()) {
            if (member.value() instanceof Node.Sequence addresses) {
                for (Node address : addresses.items()) {
                    host(member, address, items);
                }
            } else {
                host(member, member.value(), items);
            }
        }
        return new Node.Sequence(items, mapping.place(), mapping.replaced());
    }

    private static void host(Node.Member member, Node address, List<Node> items) {
        if (!(address instanceof Node.Scalar scalar)) {
            return;
        }
        Value value = scalar.value();
        var place = new Place(value.source(), member.keyPlace().span().to(value.span()));
        items.add(Node.Scalar.of(
                Value.implied(place, value.directory(), member.key() + "=" + value.or(value.written())),
                YamlNode.Scalar.Kind.STRING));
    }
}
