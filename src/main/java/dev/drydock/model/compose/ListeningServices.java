package dev.drydock.model.compose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which services of a variant listen at which port of their own.
public final class ListeningServices {

    private final Map<String, List<Service>> byPort = new HashMap<>();

    public ListeningServices(Variant variant) {
        for (Service service : variant.services()) {
            for (String port : ports(service)) {
                byPort.computeIfAbsent(port, _ -> new ArrayList<>()).add(service);
            }
        }
    }

    /// The ports of its own that a service publishes, and those where its image is known to listen; none of one
    /// that has no network of its own, which has no name there either.
    private static Set<String> ports(Service service) {
        var ports = new HashSet<String>();
        if (service.value("network_mode") != null) {
            return ports;
        }
        ServiceImage image = ServiceImage.of(service);
        if (image != null) {
            ports.addAll(image.ports());
        }
        for (Port port : service.ports()) {
            if (port.target() != null && port.target().isKnown()) {
                ports.add(port.target().or(""));
            }
        }
        return ports;
    }

    /// The first service besides `self` that listens at a port, or null.
    public @Nullable Service other(Service self, String port) {
        for (Service other : byPort.getOrDefault(port, List.of())) {
            if (!other.name().equals(self.name())) {
                return other;
            }
        }
        return null;
    }
}
