package dev.drydock.model.compose.tree;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Resets by their paths, so that all of them take away what they name in one walk over the values.
public final class ResetTree {

    /// Takes nothing away.
    public static final ResetTree NONE = new ResetTree();

    private final Map<String, ResetTree> below = new HashMap<>();
    private boolean takes;

    private ResetTree() {}

    /// The resets of documents; those in items of lists do nothing.
    public static ResetTree of(List<Fragment> fragments) {
        var root = new ResetTree();
        for (Fragment fragment : fragments) {
            root.add(fragment.resets());
        }
        return root;
    }

    static ResetTree ofResets(List<Reset> resets) {
        if (resets.isEmpty()) {
            return NONE;
        }
        var root = new ResetTree();
        root.add(resets);
        return root;
    }

    private void add(List<Reset> resets) {
        for (Reset reset : resets) {
            if (!reset.inList()) {
                ResetTree at = this;
                for (String key : reset.path()) {
                    at = at.below.computeIfAbsent(key, _ -> new ResetTree());
                }
                at.takes = true;
            }
        }
    }

    /// The resets below a key.
    public ResetTree below(String key) {
        return below.getOrDefault(key, NONE);
    }

    /// What is left of a value. Compose does not get at what was written as a list.
    public Node without(Node node) {
        if (below.isEmpty() || !(node instanceof Node.Mapping mapping) || mapping.listed()) {
            return node;
        }
        Map<String, Node.Member> members = null;
        for (Map.Entry<String, ResetTree> entry : below.entrySet()) {
            Node.Member member = mapping.member(entry.getKey());
            if (member != null) {
                members = members == null ? new LinkedHashMap<>(mapping.byKey()) : members;
                put(members, member, entry.getValue().rest(member.value()));
            }
        }
        return members == null ? node : mapping.with(members);
    }

    private @Nullable Node rest(Node node) {
        return takes ? null : without(node);
    }

    private static void put(Map<String, Node.Member> members, Node.Member member, @Nullable Node rest) {
        if (rest == null) {
            members.remove(member.key());
        } else {
            members.put(member.key(), member.with(rest));
        }
    }
}
