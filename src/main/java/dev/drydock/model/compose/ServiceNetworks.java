package dev.drydock.model.compose;

import dev.drydock.source.Text;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which services reach each other.
public final class ServiceNetworks {

    private ServiceNetworks() {}

    /// Whether two services are certain to have no network in common. One that names none is in `default`.
    public static boolean areApart(Service service, Service other) {
        Set<String> own = names(service);
        Set<String> others = names(other);
        return own != null && others != null && Collections.disjoint(own, others);
    }

    /// The networks of a service; null where they are unknown.
    private static @Nullable Set<String> names(Service service) {
        boolean linked =
                service.node().member("links") != null || service.node().member("external_links") != null;
        if (!service.complete() || linked || service.value("network_mode") != null) {
            return null;
        }
        Set<String> names = new HashSet<>();
        for (Grant network : service.networks()) {
            if (!(network.name() instanceof Text.Known(String name))) {
                return null;
            }
            names.add(name);
        }
        return names.isEmpty() ? Set.of("default") : names;
    }
}
