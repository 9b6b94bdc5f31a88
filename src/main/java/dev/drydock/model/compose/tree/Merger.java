package dev.drydock.model.compose.tree;

import dev.drydock.source.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lays values over values, as Compose does with the files of `-f a -f b`, with `extends` and with `include`.
public final class Merger {

    /// No network has as many subnets that this many pairs of them come together.
    private static final int MAX_PAIRS = 2500;

    private final List<ComposeProblem> problems;

    /// A merger.
    ///
    /// @param problems where to write what cannot be laid over what
    public Merger(List<ComposeProblem> problems) {
        this.problems = problems;
    }

    /// Lays a document over what is before it, without what it extends and includes.
    public Node add(Node base, Fragment over) {
        return merge(without(base, over.resets()), over.shaped());
    }

    /// Lays the values of a whole file over those of another.
    public Node merge(Node base, Node over) {
        return merge(base, over, MergeRules.root());
    }

    /// Takes away what resets name; those that Compose does not get at do nothing.
    public static Node without(Node base, List<Reset> resets) {
        return ResetTree.ofResets(resets).without(base);
    }

    /// Lays a service over the one that it extends.
    public Node extend(Node base, Node over) {
        return merge(base, over, MergeRules.root().below("services").below(""));
    }

    private Node merge(Node base, Node over, MergeRules rules) {
        return switch (rules.way()) {
            case REPLACE -> instead(base, over);
            case KEYED -> {
                if (base instanceof Node.Mapping one && over instanceof Node.Mapping two) {
                    yield keyed(one, two);
                }
                yield deep(base, over, rules);
            }
            case LOGGING -> sameDriver(base, over) ? deep(base, over, rules) : instead(base, over);
            case SUBNETS -> {
                if (base instanceof Node.Sequence one && over instanceof Node.Sequence two) {
                    yield subnets(one, two);
                }
                yield deep(base, over, rules);
            }
            case DEEP,
                    NAMED,
                    DEPENDENCIES,
                    BUILD,
                    STRINGS,
                    VALUES,
                    HOSTS,
                    ENV_FILES,
                    PORTS,
                    MOUNTS,
                    DEVICES,
                    SECRETS,
                    CONFIGS -> deep(base, over, rules);
        };
    }

    private Node deep(Node base, Node over, MergeRules rules) {
        if (over.isNull()) {
            return base;
        }
        if (base.isNull()) {
            return instead(base, over);
        }
        return switch (base) {
            case Node.Scalar scalar -> instead(scalar, over);
            case Node.Mapping one when over instanceof Node.Mapping two -> mapping(one, two, rules);
            case Node.Sequence one when over instanceof Node.Sequence two -> unique(append(one, two), rules.way());
            case Node.Mapping mapping -> refused(mapping, over, "a mapping");
            case Node.Sequence sequence -> refused(sequence, over, "a list");
        };
    }

    private Node refused(Node base, Node over, String what) {
        problems.add(new ComposeProblem(
                ComposeProblem.Kind.SCHEMA,
                over.place(),
                "this cannot be laid over " + what + ", which it is in the file before; write " + what,
                base.place(),
                "the value before"));
        return base;
    }

    private Node.Mapping mapping(Node.Mapping base, Node.Mapping over, MergeRules rules) {
        Map<String, Node.Member> members = new LinkedHashMap<>(base.byKey());
        for (Node.Member member : over.members()) {
            Node.Member before = members.get(member.key());
            if (before == null) {
                members.put(member.key(), member);
            } else {
                Node value = merge(before.value(), member.value(), rules.below(member.key()));
                members.put(member.key(), before.under(member, value));
            }
        }
        return new Node.Mapping(members, base.listed() && over.listed(), over.place(), List.of());
    }

    private static Node.Mapping keyed(Node.Mapping base, Node.Mapping over) {
        Map<String, Node.Member> members = new LinkedHashMap<>(base.byKey());
        for (Node.Member member : over.members()) {
            Node.Member before = members.get(member.key());
            members.put(
                    member.key(),
                    before == null ? member : before.under(member, instead(before.value(), member.value())));
        }
        // Compose goes on with a list, of which "!reset" takes nothing away.
        return new Node.Mapping(members, true, over.place(), List.of());
    }

    private static boolean sameDriver(Node base, Node over) {
        String one = EntryKeys.field(base, "driver");
        String two = EntryKeys.field(over, "driver");
        return one == null || two == null || one.equals(two);
    }

    /// As compose-go does it, which keeps a configuration of the base only where one of the overlay has its subnet:
    /// the others are merged with those of other subnets, or lost.
    private Node.Sequence subnets(Node.Sequence base, Node.Sequence over) {
        if ((long) base.items().size() * over.items().size() > MAX_PAIRS) {
            problems.add(new ComposeProblem(
                    ComposeProblem.Kind.SCHEMA,
                    over.place(),
                    "these subnets are too many to lay over others; write them in one file",
                    base.place(),
                    "the subnets before"));
            return append(base, over);
        }
        Map<String, Node> bySubnet = new LinkedHashMap<>();
        for (Node original : base.items()) {
            Node right = original;
            for (Node left : over.items()) {
                String subnet = subnet(left);
                if (!subnet.equals(subnet(right)) && !bySubnet.containsKey(subnet)) {
                    bySubnet.put(subnet, left);
                    continue;
                }
                right = deep(right, left, MergeRules.NONE);
                bySubnet.put(subnet(right), right);
            }
        }
        return new Node.Sequence(List.copyOf(bySubnet.values()), over.place(), List.of());
    }

    private static String subnet(Node item) {
        String subnet = EntryKeys.field(item, "subnet");
        return subnet == null ? "" : subnet;
    }

    private static Node.Sequence append(Node.Sequence base, Node.Sequence over) {
        List<Node> items = new ArrayList<>(base.items());
        items.addAll(over.items());
        return new Node.Sequence(items, over.place(), List.of());
    }

    /// Ports, of which one that a later one repeats is left out.
    public static Node.Sequence uniquePorts(Node.Sequence ports) {
        return unique(ports, MergeWay.PORTS);
    }

    /// The list without the entries that a later one takes the place of.
    static Node.Sequence unique(Node.Sequence list, MergeWay way) {
        List<Node> items = new ArrayList<>();
        Map<String, Integer> positions = new HashMap<>();
        Map<Integer, List<Place>> replaced = new HashMap<>();
        for (Node item : list.items()) {
            String key = EntryKeys.of(item, way);
            Integer earlier = key == null ? null : positions.putIfAbsent(key, items.size());
            if (earlier == null) {
                items.add(item);
            } else {
                Node before = items.set(earlier, item);
                List<Place> places = replaced.computeIfAbsent(earlier, _ -> new ArrayList<>());
                places.addAll(before.replaced());
                places.add(before.place());
            }
        }
        replaced.forEach((at, places) -> items.set(at, replacing(items.get(at), places)));
        return replaced.isEmpty() ? list : new Node.Sequence(items, list.place(), list.replaced());
    }

    /// `over`, which remembers what it took the place of.
    private static Node instead(Node base, Node over) {
        List<Place> replaced = new ArrayList<>(base.replaced());
        replaced.add(base.place());
        return replacing(over, replaced);
    }

    private static Node replacing(Node node, List<Place> replaced) {
        return switch (node) {
            case Node.Scalar scalar -> new Node.Scalar(scalar.value(), scalar.kind(), scalar.place(), replaced);
            case Node.Sequence list -> new Node.Sequence(list.items(), list.place(), replaced);
            case Node.Mapping mapping -> new Node.Mapping(mapping.byKey(), mapping.listed(), mapping.place(), replaced);
        };
    }

    /// Whether a reset finds something to take away.
    public static boolean takesAway(Node base, Reset reset) {
        Node at = base;
        for (String key : reset.path()) {
            Node value = at instanceof Node.Mapping mapping && !mapping.listed() ? mapping.value(key) : null;
            if (value == null) {
                return false;
            }
            at = value;
        }
        return true;
    }
}
