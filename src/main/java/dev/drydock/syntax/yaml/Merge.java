package dev.drydock.syntax.yaml;

import dev.drydock.source.Span;
import dev.drydock.syntax.yaml.YamlNode.Entry;
import dev.drydock.syntax.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/// What `<<` brings into a mapping: entries of the named mappings that the mapping does not have itself, the
/// earlier named before the later.
final class Merge {

    private Merge() {}

    static List<Entry> of(List<Entry> entries, Set<String> own, BiConsumer<Span, String> problems) {
        List<Entry> merged = List.of();
        for (Entry entry : entries) {
            if (!entry.isMerge()) {
                continue;
            }
            if (merged.isEmpty()) {
                merged = new ArrayList<>();
            }
            var seen = new HashSet<>(own);
            for (Entry earlier : merged) {
                seen.add(earlier.key().value());
            }
            YamlNode value = entry.value();
            if (value.target() instanceof YamlNode.Sequence list) {
                for (YamlNode item : list.items()) {
                    add(item, seen, merged, problems);
                }
            } else {
                add(value, seen, merged, problems);
            }
        }
        return merged;
    }

    private static void add(YamlNode node, Set<String> seen, List<Entry> merged, BiConsumer<Span, String> problems) {
        Mapping mapping = node.asMapping();
        if (mapping == null && node instanceof YamlNode.Alias alias && alias.isLost()) {
            // Said already, at the alias.
            return;
        }
        if (mapping == null) {
            problems.accept(node.span(), "\"<<\" takes a mapping or a list of mappings");
            return;
        }
        for (Entry entry : mapping.entries()) {
            if (!entry.isMerge() && seen.add(entry.key().value())) {
                merged.add(entry);
            }
        }
        for (Entry entry : mapping.merged()) {
            if (seen.add(entry.key().value())) {
                merged.add(entry);
            }
        }
    }
}
