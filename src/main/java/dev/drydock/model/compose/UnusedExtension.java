package dev.drydock.model.compose;

import dev.drydock.source.Place;
import dev.drydock.syntax.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A part of a Compose file at its top, `x-…`, with anchors that nothing names.
///
/// @param key such as `x-common`
/// @param anchor the first of its anchors
public record UnusedExtension(String key, Place place, String anchor) {

    /// Those of a file; one without anchors may be meant for another program.
    public static List<UnusedExtension> of(ComposeFile file) {
        var unused = new ArrayList<UnusedExtension>();
        Set<String> named = new HashSet<>();
        for (YamlNode document : file.yaml().documents()) {
            aliases(document, named);
        }
        for (YamlNode document :
                file.isBroken() ? List.<YamlNode>of() : file.yaml().documents()) {
            if (document instanceof YamlNode.Mapping mapping) {
                for (YamlNode.Entry entry : mapping.entries()) {
                    Set<String> anchors = new LinkedHashSet<>();
                    anchors(entry.value(), anchors);
                    boolean extension = entry.key().value().startsWith("x-");
                    if (extension && !anchors.isEmpty() && Collections.disjoint(named, anchors)) {
                        unused.add(new UnusedExtension(
                                entry.key().value(),
                                new Place(file.source(), entry.key().span()),
                                anchors.iterator().next()));
                    }
                }
            }
        }
        return unused;
    }

    private static void anchors(YamlNode node, Set<String> anchors) {
        String anchor = node.properties().anchor();
        if (anchor != null) {
            anchors.add(anchor);
        }
        switch (node) {
            case YamlNode.Sequence sequence -> sequence.items().forEach(item -> anchors(item, anchors));
            case YamlNode.Mapping mapping -> mapping.entries().forEach(entry -> anchors(entry.value(), anchors));
            case YamlNode.Scalar _, YamlNode.Alias _ -> {
                // Nothing in it.
            }
        }
    }

    private static void aliases(YamlNode node, Set<String> named) {
        switch (node) {
            case YamlNode.Alias alias -> named.add(alias.name());
            case YamlNode.Sequence sequence -> sequence.items().forEach(item -> aliases(item, named));
            case YamlNode.Mapping mapping -> mapping.entries().forEach(entry -> aliases(entry.value(), named));
            case YamlNode.Scalar _ -> {
                // Names nothing.
            }
        }
    }
}
