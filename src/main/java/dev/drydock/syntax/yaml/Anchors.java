package dev.drydock.syntax.yaml;

import dev.drydock.syntax.yaml.Ordering.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which parts of a collection name anchors that stand in other parts of it.
final class Anchors {

    private final List<List<Integer>> needed;

    private Anchors(List<List<Integer>> needed) {
        this.needed = needed;
    }

    /// The anchors of these parts; null where one of them has a name that the file uses twice: which of the two an
    /// alias means then hangs on the order.
    static @Nullable Anchors of(YamlFile file, List<Part> parts) {
        Map<String, Integer> holders = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            var names = new ArrayList<String>();
            anchors(parts.get(i), names);
            for (String name : names) {
                holders.put(name, i);
            }
        }
        if (!holders.isEmpty() && anyTwice(file, holders.keySet())) {
            return null;
        }
        List<List<Integer>> needed = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            var names = new ArrayList<String>();
            aliases(parts.get(i).value(), names);
            var indices = new ArrayList<Integer>();
            for (String name : names) {
                Integer holder = holders.get(name);
                if (holder != null && holder < i && !indices.contains(holder)) {
                    indices.add(holder);
                }
            }
            needed.add(indices);
        }
        return new Anchors(needed);
    }

    /// A part whose anchor this one names and that is not placed yet; -1 where there is none.
    int neededBy(int part, boolean[] placed) {
        for (int other : needed.get(part)) {
            if (!placed[other]) {
                return other;
            }
        }
        return -1;
    }

    private static boolean anyTwice(YamlFile file, Set<String> names) {
        var all = new ArrayList<String>();
        for (YamlNode document : file.documents()) {
            anchors(document, all);
        }
        var seen = new HashSet<String>();
        for (String name : all) {
            if (names.contains(name) && !seen.add(name)) {
                return true;
            }
        }
        return false;
    }

    private static void anchors(Part part, List<String> into) {
        if (part.key() != null) {
            anchors(part.key(), into);
        }
        anchors(part.value(), into);
    }

    private static void anchors(YamlNode node, List<String> into) {
        String anchor = node.properties().anchor();
        if (anchor != null) {
            into.add(anchor);
        }
        switch (node) {
            case YamlNode.Mapping mapping -> {
                for (YamlNode.Entry entry : mapping.entries()) {
                    anchors(entry.key(), into);
                    anchors(entry.value(), into);
                }
            }
            case YamlNode.Sequence sequence -> {
                for (YamlNode item : sequence.items()) {
                    anchors(item, into);
                }
            }
            case YamlNode.Scalar _, YamlNode.Alias _ -> {}
        }
    }

    private static void aliases(YamlNode node, List<String> into) {
        switch (node) {
            case YamlNode.Alias alias -> into.add(alias.name());
            case YamlNode.Mapping mapping -> {
                for (YamlNode.Entry entry : mapping.entries()) {
                    aliases(entry.value(), into);
                }
            }
            case YamlNode.Sequence sequence -> {
                for (YamlNode item : sequence.items()) {
                    aliases(item, into);
                }
            }
            case YamlNode.Scalar _ -> {}
        }
    }
}
