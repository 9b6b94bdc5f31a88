package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Node;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A top-level network, volume, secret, configuration or model.
///
/// @param node its settings; null where it has none
/// @param external whether Compose expects it to be there
public record Resource(String name, Place namePlace, Node.@Nullable Mapping node, boolean external) {

    /// The sorts of resources.
    public enum Sort {
        NETWORK,
        VOLUME,
        SECRET,
        CONFIG
    }

    /// The setting `key`, if it is a scalar.
    public @Nullable Value value(String key) {
        return node == null ? null : node.scalar(key);
    }

    /// Whether Compose may expect it to be there: it says so, or a variable does.
    boolean mayBeExternal() {
        Value written = value("external");
        return external || (written != null && !written.isKnown());
    }

    /// Whether somebody else may have prepared it, or a driver decides who may do what with it.
    public boolean isPrepared() {
        return mayBeExternal() || (node != null && (node.value("driver") != null || node.value("driver_opts") != null));
    }

    /// The resources of one sort.
    static List<Resource> of(Node.@Nullable Mapping all) {
        var resources = new ArrayList<Resource>();
        if (all == null) {
            return resources;
        }
        for (Node.Member member : all.members()) {
            Node.Mapping node = member.value() instanceof Node.Mapping mapping ? mapping : null;
            Node external = node == null ? null : node.value("external");
            boolean isExternal =
                    external instanceof Node.Mapping || (external != null && ShortForms.isTrue(external.scalarValue()));
            resources.add(new Resource(member.key(), member.keyPlace(), node, isExternal));
        }
        return resources;
    }
}
