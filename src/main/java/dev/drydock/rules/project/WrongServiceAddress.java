package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Grant;
import dev.drydock.model.compose.Port;
import dev.drydock.model.compose.ServerAddress;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.ServiceImage;
import dev.drydock.model.compose.Setting;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Place;
import dev.drydock.source.Text;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An address at which a container finds nothing.
public final class WrongServiceAddress implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant.Run run : workspace.compose().runs()) {
            check(run.variant(), run.service(), report);
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

    private static void check(Variant variant, Service service, Report report) {
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
            Service other =
                    address.isLocal() ? listening(variant, service, address.port()) : variant.service(address.host());
            if (address.isLocal() && other != null) {
                report.at(
                        value.place(),
                        address.host() + " is this container itself; write " + other.name() + ":" + address.port()
                                + " for service \"" + other.name() + "\"");
            } else if (!address.isLocal() && other != null) {
                String inside = inside(other, address.port());
                if (areApart(service, other)) {
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

    /// Whether two services are certain to have no network in common. One that names none is in `default`.
    private static boolean areApart(Service service, Service other) {
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

    private static Place networks(Service service) {
        return service.networks().isEmpty()
                ? service.namePlace()
                : service.networks().getFirst().place();
    }

    /// The other service that publishes a port of its own with this number, else the one of a well-known image that
    /// listens on it.
    private static @Nullable Service listening(Variant variant, Service self, String port) {
        for (Service other : variant.services()) {
            ServiceImage image = ServiceImage.of(other);
            if (!other.name().equals(self.name())
                    && image != null
                    && image.ports().contains(port)) {
                return other;
            }
            for (Port one : other.ports()) {
                if (!other.name().equals(self.name())
                        && one.target() != null
                        && one.target().is(port)) {
                    return other;
                }
            }
        }
        for (Service other : variant.services()) {
            ServiceImage image = ServiceImage.of(other);
            if (image != null
                    && image.ports().contains(port)
                    && !other.name().equals(self.name())
                    && other.value("network_mode") == null) {
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
