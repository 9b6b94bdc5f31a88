package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.ComposeProblem;
import dev.drydock.model.compose.tree.MappingBuilder;
import dev.drydock.model.compose.tree.Node;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.syntax.compose.Template;
import dev.drydock.syntax.yaml.YamlNode.Scalar.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// The long forms of settings that are lists of small things: agents, hosts, devices to reserve, watched paths.
final class LongLists {

    private final List<ComposeProblem> problems;

    LongLists(List<ComposeProblem> problems) {
        this.problems = problems;
    }

    static Node each(Node node, UnaryOperator<Node> form) {
        if (!(node instanceof Node.Sequence list)) {
            return node;
        }
        var items = new ArrayList<Node>();
        for (Node item : list.items()) {
            items.add(form.apply(item));
        }
        return new Node.Sequence(items, list.place(), list.replaced());
    }

    /// A list with one string, where one string is written.
    static Node list(Node node) {
        return node.scalarValue() == null ? node : new Node.Sequence(List.of(node), node.place(), node.replaced());
    }

    /// `default`, and `id=path`.
    Node agents(Node node) {
        if (!(node instanceof Node.Sequence list)) {
            return node;
        }
        var members = new MappingBuilder(list.place());
        for (Node item : list.items()) {
            Value value = item.scalarValue();
            if (value == null) {
                return node;
            }
            List<Integer> signs = value.template().places('=');
            if (!signs.isEmpty()) {
                Template whole = value.template();
                Value id = value.part(whole.slice(whole.start(), signs.getFirst()));
                members.add(id.or(id.written()), value.part(whole.slice(signs.getFirst() + 1, whole.end())));
            } else if (value.is("default")) {
                members.implied("default", value.place(), "", Kind.NULL);
            } else {
                problem(value, "an SSH agent other than \"default\" needs a path; write \"" + value + "=path\"");
            }
        }
        return members.build(list.replaced());
    }

    /// `host=address`, one address each; the brackets of an IPv6 address are left out.
    Node hosts(Node node) {
        if (!(node instanceof Node.Sequence list)) {
            return node;
        }
        var items = new ArrayList<Node>();
        for (Node item : list.items()) {
            Value value = item.scalarValue();
            if (value == null) {
                items.add(item);
                continue;
            }
            String text = value.or(value.written());
            int sign = text.indexOf('=') >= 0 ? text.indexOf('=') : text.indexOf(':');
            if (sign < 0) {
                problem(value, "a host needs an address; write \"" + value + "=address\"");
                continue;
            }
            String host = text.substring(0, sign);
            for (String address : text.substring(sign + 1).split(",", -1)) {
                boolean brackets = address.startsWith("[") && address.endsWith("]");
                String plain = brackets ? address.substring(1, address.length() - 1) : address;
                String plainly = host + "=" + plain;
                items.add(
                        plainly.equals(text)
                                ? item
                                : Node.Scalar.of(
                                        Value.implied(value.place(), value.directory(), plainly), Kind.STRING));
            }
        }
        return new Node.Sequence(items, list.place(), list.replaced());
    }

    /// `all`, or requests, which are for all devices where they do not say how many or which.
    static Node gpus(Node node) {
        if (node.scalarValue() != null) {
            Node all = new MappingBuilder(node.place())
                    .add("count", node.scalarValue())
                    .build();
            return new Node.Sequence(List.of(all), node.place(), node.replaced());
        }
        return each(node, LongLists::request);
    }

    private static Node request(Node item) {
        boolean counted = !(item instanceof Node.Mapping request)
                || request.member("count") != null
                || request.member("device_ids") != null;
        return counted || !(item instanceof Node.Mapping request)
                ? item
                : new MappingBuilder(request.place())
                        .rest(request)
                        .implied("count", request.place(), "all")
                        .build(request.replaced());
    }

    static Node deploy(Node node) {
        return below(
                node,
                "resources",
                resources -> below(
                        resources,
                        "reservations",
                        reservations -> below(reservations, "devices", devices -> each(devices, LongLists::request))));
    }

    static Node watches(Node node) {
        return below(
                node,
                "watch",
                watches -> each(
                        watches,
                        watch -> below(
                                below(below(watch, "ignore", LongLists::list), "include", LongLists::list),
                                "exec",
                                LongForms::hook)));
    }

    /// The mapping with another value of a key, if it has the key.
    static Node below(Node node, String key, UnaryOperator<Node> form) {
        Node.Member member = node instanceof Node.Mapping mapping ? mapping.member(key) : null;
        return member == null || !(node instanceof Node.Mapping mapping)
                ? node
                : new MappingBuilder(mapping.place())
                        .rest(mapping)
                        .add(member.with(form.apply(member.value())))
                        .build(mapping.replaced());
    }

    /// Where a secret is found in the container, unless it says so itself.
    static Node secrets(Node node) {
        return each(node, item -> {
            Value source = item instanceof Node.Mapping secret ? secret.scalar("source") : null;
            return source == null || !(item instanceof Node.Mapping secret) || secret.member("target") != null
                    ? item
                    : new MappingBuilder(secret.place())
                            .rest(secret)
                            .implied("target", source.place(), "/run/secrets/" + source.or(source.written()))
                            .build(secret.replaced());
        });
    }

    private void problem(Value value, String message) {
        problems.add(new ComposeProblem(ComposeProblem.Kind.SCHEMA, value.place(), message));
    }
}
