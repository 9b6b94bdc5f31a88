package dev.drydock.syntax.yaml;

import dev.drydock.source.Edit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The order of the entries of a mapping, or of the items of a list, beside the one that somebody wants.
///
/// An alias stays below its anchor: where one part has an anchor that another part names, it comes right before the
/// first that does, whatever the wanted order says.
public final class Ordering {

    /// One entry or item.
    ///
    /// @param key null for an item of a list
    record Part(YamlNode.@Nullable Scalar key, YamlNode value) {

        /// What it begins with: the key, or the item.
        YamlNode head() {
            return key == null ? value : key;
        }
    }

    /// A part that is not where it belongs.
    ///
    /// @param moved the key or item
    /// @param before the key or item that it belongs before
    /// @param edits what puts all parts in order; empty where no edit is certain to keep everything else
    public record Disorder(YamlNode moved, YamlNode before, List<Edit> edits) {
        public Disorder {
            edits = List.copyOf(edits);
        }
    }

    private final YamlFile file;
    private final boolean flow;
    private final List<Part> parts;

    private Ordering(YamlFile file, boolean flow, List<Part> parts) {
        this.file = file;
        this.flow = flow;
        this.parts = parts;
    }

    /// The first entry that is not where `wanted` has it; null where all are. Merge keys come before all others.
    public static @Nullable Disorder of(YamlFile file, YamlNode.Mapping mapping, Comparator<String> wanted) {
        var parts = new ArrayList<Part>();
        for (YamlNode.Entry entry : mapping.entries()) {
            parts.add(new Part(entry.key(), entry.value()));
        }
        return new Ordering(file, mapping.flow(), parts).disorder((a, b) -> {
            boolean first = mapping.entries().get(a).isMerge();
            boolean second = mapping.entries().get(b).isMerge();
            if (first || second) {
                return Boolean.compare(second, first);
            }
            return wanted.compare(
                    mapping.entries().get(a).key().value(),
                    mapping.entries().get(b).key().value());
        });
    }

    /// The first item that is not where `wanted` has it; null where all are.
    public static @Nullable Disorder of(YamlFile file, YamlNode.Sequence list, Comparator<YamlNode> wanted) {
        var parts = new ArrayList<Part>();
        for (YamlNode item : list.items()) {
            parts.add(new Part(null, item));
        }
        return new Ordering(file, list.flow(), parts)
                .disorder((a, b) ->
                        wanted.compare(list.items().get(a), list.items().get(b)));
    }

    private @Nullable Disorder disorder(Comparator<Integer> wanted) {
        var sorted = new ArrayList<Integer>();
        for (int i = 0; i < parts.size(); i++) {
            sorted.add(i);
        }
        sorted.sort(wanted);
        if (isAscending(sorted)) {
            return null;
        }
        var anchors = Anchors.of(file, parts);
        if (anchors == null) {
            return null;
        }
        List<Integer> order = withAnchors(sorted, anchors);
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i) != i) {
                return new Disorder(parts.get(order.get(i)).head(), parts.get(i).head(), edits(order));
            }
        }
        return null;
    }

    private static boolean isAscending(List<Integer> order) {
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i) != i) {
                return false;
            }
        }
        return true;
    }

    /// The parts as they are wanted, but each behind those whose anchors it names. These stand above it as it is,
    /// so this ends.
    private static List<Integer> withAnchors(List<Integer> wanted, Anchors anchors) {
        var order = new ArrayList<Integer>();
        boolean[] placed = new boolean[wanted.size()];
        var waiting = new ArrayList<Integer>();
        for (int part : wanted) {
            waiting.add(part);
            while (!waiting.isEmpty()) {
                int next = waiting.getLast();
                int needed = placed[next] ? -1 : anchors.neededBy(next, placed);
                if (needed >= 0) {
                    waiting.add(needed);
                    continue;
                }
                waiting.removeLast();
                if (!placed[next]) {
                    placed[next] = true;
                    order.add(next);
                }
            }
        }
        return order;
    }

    private List<Edit> edits(List<Integer> order) {
        if (flow || !file.problems().isEmpty()) {
            return List.of();
        }
        Pieces pieces = Pieces.of(file, parts);
        return pieces == null ? List.of() : pieces.inOrder(order);
    }
}
