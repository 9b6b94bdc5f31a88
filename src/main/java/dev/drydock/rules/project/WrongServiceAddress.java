package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.ListeningServices;
import dev.drydock.model.compose.Port;
import dev.drydock.model.compose.ServerAddress;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.ServiceNetworks;
import dev.drydock.model.compose.Setting;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Place;
import dev.drydock.source.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An address at which a container finds nothing.
public final class WrongServiceAddress implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant variant : workspace.compose().wholes()) {
            var listening = new ListeningServices(variant);
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

    private static void check(Variant variant, Service service, ListeningServices listening, Report report) {
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
                    address.isLocal() ? listening.other(service, address.port()) : variant.service(address.host());
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
