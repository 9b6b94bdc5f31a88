package dev.drydock.model.compose.tree;

import dev.drydock.source.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lays values over values, as Compose does with the files of `-f a -f b`, with `extends` and with `include`.
public final class Merger {

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
        return without(base, resets, List.of());
    }

    /// Takes away what resets name below a path.
    ///
    /// @param base what stands at the path
    public static Node without(Node base, List<Reset> resets, List<String> at) {
        Node rest = base;
        for (Reset reset : resets) {
            List<String> path = reset.path();
            boolean below = !reset.inList()
                    && path.size() > at.size()
                    && path.subList(0, at.size()).equals(at);
            Node less = below ? without(rest, path, at.size()) : null;
            rest = less == null ? rest : less;
        }
        return rest;
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

    private Node.Sequence subnets(Node.Sequence base, Node.Sequence over) {
        List<Node> items = new ArrayList<>(base.items());
        for (Node item : over.items()) {
            int same = -1;
            String subnet = EntryKeys.field(item, "subnet");
            for (int i = 0; i < items.size() && subnet != null && same < 0; i++) {
                same = subnet.equals(EntryKeys.field(items.get(i), "subnet")) ? i : -1;
            }
            if (same < 0) {
                items.add(item);
            } else {
                items.set(same, deep(items.get(same), item, MergeRules.NONE));
            }
        }
        return new Node.Sequence(items, over.place(), List.of());
    }

    private static Node.Sequence append(Node.Sequence base, Node.Sequence over) {
        List<Node> items = new ArrayList<>(base.items());
        items.addAll(over.items());
        return new Node.Sequence(items, over.place(), List.of());
    }

    /// The list without the entries that a later one takes the place of.
    static Node.Sequence unique(Node.Sequence list, MergeWay way) {
        List<Node> items = new ArrayList<>();
        Map<String, Integer> positions = new HashMap<>();
        for (Node item : list.items()) {
            String key = EntryKeys.of(item, way);
            Integer earlier = key == null ? null : positions.putIfAbsent(key, items.size());
            if (earlier == null) {
                items.add(item);
            } else {
                items.set(earlier, instead(items.get(earlier), item));
            }
        }
        return items.size() == list.items().size() ? list : new Node.Sequence(items, list.place(), list.replaced());
    }

    /// `over`, which remembers what it took the place of.
    private static Node instead(Node base, Node over) {
        List<Place> replaced = new ArrayList<>(base.replaced());
        replaced.add(base.place());
        return switch (over) {
            case Node.Scalar scalar -> new Node.Scalar(scalar.value(), scalar.kind(), scalar.place(), replaced);
            case Node.Sequence list -> new Node.Sequence(list.items(), list.place(), replaced);
            case Node.Mapping mapping -> new Node.Mapping(mapping.byKey(), mapping.listed(), mapping.place(), replaced);
        };
    }

    /// Whether a reset finds something to take away.
    public static boolean takesAway(Node base, Reset reset) {
        return without(base, reset.path(), 0) != null;
    }

    /// Takes the value at a path away, from the key with the index `from` on.
    ///
    /// @return the rest, or null where there is no such value or Compose does not get at it
    private static @Nullable Node without(Node root, List<String> path, int from) {
        if (from >= path.size() || !(root instanceof Node.Mapping mapping) || mapping.listed()) {
            return null;
        }
        Node.Member member = mapping.member(path.get(from));
        if (member == null) {
            return null;
        }
        Map<String, Node.Member> members = new LinkedHashMap<>(mapping.byKey());
        if (from + 1 == path.size()) {
            members.remove(member.key());
            return mapping.with(members);
        }
        Node rest = without(member.value(), path, from + 1);
        if (rest == null) {
            return null;
        }
        members.put(member.key(), member.with(rest));
        return mapping.with(members);
    }
}
