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
            } else if (!address.isLocal() && other != null && isApart(service, other)) {
                report.at(
                        value.place(),
                        "\"" + other.name() + "\" is in no network of \"" + service.name()
                                + "\"; give both services one");
            } else if (!address.isLocal() && other != null) {
                String inside = inside(other, address.port());
                if (inside != null) {
                    report.at(
                            value.place(),
                            "port " + address.port() + " is that of the host; write " + other.name() + ":" + inside
                                    + " between services");
                }
            }
        }
    }

    /// Whether two services have no network in common, so that neither finds the other one.
    private static boolean isApart(Service service, Service other) {
        if (!service.complete() || !other.complete() || other.value("network_mode") != null) {
            return false;
        }
        Set<String> networks = networks(service);
        boolean linked =
                service.node().member("links") != null || service.node().member("external_links") != null;
        Set<String> others = networks(other);
        boolean known = !networks.isEmpty() && !others.isEmpty();
        return known && !linked && Collections.disjoint(networks, others);
    }

    /// The names of the networks of a service; none where one of them is unknown.
    private static Set<String> networks(Service service) {
        Set<String> names = new HashSet<>();
        for (Grant grant : service.networks()) {
            if (!(grant.name() instanceof Text.Known(String name))) {
                return Set.of();
            }
            names.add(name);
        }
        if (service.networks().isEmpty()) {
            names.add("default");
        }
        return names;
    }

    /// The one other service that publishes a port of its own with this number, or whose image listens there.
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
