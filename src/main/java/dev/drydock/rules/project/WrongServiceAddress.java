package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Port;
import dev.drydock.model.compose.ServerAddress;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.ServiceImage;
import dev.drydock.model.compose.ServiceNetworks;
import dev.drydock.model.compose.Setting;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Place;
import dev.drydock.source.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An address at which a container finds nothing.
public final class WrongServiceAddress implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant variant : workspace.compose().wholes()) {
            Map<String, List<Service>> listening = new HashMap<>();
            for (Service service : variant.services()) {
                for (String port : ports(service)) {
                    listening.computeIfAbsent(port, _ -> new ArrayList<>()).add(service);
                }
            }
            for (Service service : variant.services()) {
                check(variant, service, listening, report);
            }
        }
    }

    /// Schemes of servers that no browser asks, so that the container itself must reach them.
    private static final List<String> SCHEMES = List.of(
            "postgres",
            "postgresql",
            "mysql",
            "mariadb",
            "redis",
            "rediss",
            "amqp",
            "amqps",
            "mongodb",
            "nats",
            "kafka");

    private static void check(Variant variant, Service service, Map<String, List<Service>> listening, Report report) {
        Value mode = service.value("network_mode");
        if (mode != null) {
            return;
        }
        for (Setting setting : service.environment()) {
            Value value = setting.value();
            ServerAddress address =
                    value == null || !(value.text() instanceof Text.Known(String text)) ? null : ServerAddress.of(text);
            if (value == null || address == null || !SCHEMES.contains(address.scheme())) {
                continue;
            }
            Service other = address.isLocal()
                    ? another(service, listening.get(address.port()))
                    : variant.service(address.host());
            if (address.isLocal() && other != null) {
                report.at(
                        value.place(),
                        address.host() + " is this container itself; write " + other.name() + ":" + address.port()
                                + " for service \"" + other.name() + "\"");
            } else if (!address.isLocal() && other != null) {
                String inside = inside(other, address.port());
                if (ServiceNetworks.areApart(service, other)) {
                    report.at(
                                    value.place(),
                                    "\"" + service.name() + "\" and \"" + other.name()
                                            + "\" are in no network together; add one of \"" + other.name()
                                            + "\" to the networks of \"" + service.name() + "\"")
                            .related(networks(other), "its networks");
                } else if (inside != null) {
                    report.at(
                            value.place(),
                            "port " + address.port() + " is that of the host; write " + other.name() + ":" + inside
                                    + " between services");
                }
            }
        }
    }

    private static Place networks(Service service) {
        return service.networks().isEmpty()
                ? service.namePlace()
                : service.networks().getFirst().place();
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

    private static @Nullable Service another(Service self, @Nullable List<Service> services) {
        for (Service other : services == null ? List.<Service>of() : services) {
            if (!other.name().equals(self.name())) {
                return other;
            }
        }
        return null;
    }

    /// The port inside of a service that is published as `port`; null where that is a port inside, too.
    private static @Nullable String inside(Service service, String port) {
        String inside = null;
        for (Port one : service.ports()) {
            if (one.target() == null || one.target().is(port)) {
                return null;
            }
            if (one.published() != null && one.published().is(port)) {
                inside = one.target().or("");
            }
        }
        return inside == null || inside.isEmpty() ? null : inside;
    }
}
