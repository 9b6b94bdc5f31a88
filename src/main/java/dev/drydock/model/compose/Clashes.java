package dev.drydock.model.compose;

import dev.drydock.model.compose.Consistency.Findings;
import dev.drydock.model.compose.Inconsistency.Kind;
import dev.drydock.model.compose.Inconsistency.Related;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What only one service can have: a container's name, a port of the host.
final class Clashes {

    /// Longer ranges, and more owners of a port, are not compared: nobody has them, and they would cost time.
    private static final int MOST = 1000;

    private final Findings findings;
    private final Map<String, List<Named>> names = new HashMap<>();
    private final Map<Integer, List<Taken>> ports = new HashMap<>();

    private record Named(Service service, Value name) {}

    /// A port of the host that a service takes.
    ///
    /// @param ip the address; empty is every one
    private record Taken(Service service, Port port, String ip, String protocol) {}

    private Clashes(Findings findings) {
        this.findings = findings;
    }

    static void of(ComposeModel model, Findings findings) {
        var clashes = new Clashes(findings);
        for (Service service : model.services()) {
            clashes.name(service);
            if (!isHost(service)) {
                for (Port port : service.ports()) {
                    clashes.port(service, port);
                }
            }
        }
    }

    private static boolean isHost(Service service) {
        Value mode = service.value("network_mode");
        return mode != null && !mode.is("bridge");
    }

    private void name(Service service) {
        Value value = service.value("container_name");
        if (value == null || !(value.text() instanceof Text.Known(String name))) {
            return;
        }
        List<Named> others = names.computeIfAbsent(name, _ -> new ArrayList<>());
        for (Named other : others) {
            if (Consistency.together(service, other.service())) {
                findings.add(
                        Kind.DUPLICATE_CONTAINER_NAME,
                        service,
                        value.place(),
                        "service \"" + other.service().name() + "\" has the container name \"" + name
                                + "\", too; give each its own",
                        new Related(other.name().place(), "the other one"));
                break;
            }
        }
        others.add(new Named(service, value));
    }

    private void port(Service service, Port port) {
        Value published = port.published();
        PortRange range = published == null ? null : PortRange.of(published.or(""));
        PortRange inside =
                port.target() == null ? null : PortRange.of(port.target().or(""));
        String ip = address(port.hostIp());
        String protocol = port.protocol() == null ? "tcp" : port.protocol().or("");
        // Of a range for one port, Docker takes any that is free.
        boolean any = range != null && range.count() > 1 && (inside == null || inside.count() != range.count());
        if (published == null || range == null || any || ip == null || protocol.isEmpty() || range.first() == 0) {
            return;
        }
        var taken = new Taken(service, port, ip, protocol);
        Taken clash = range.count() > MOST ? null : clash(taken, range);
        if (clash != null && clash.port().published() != null) {
            String other = clash.service().name().equals(service.name())
                    ? "this service"
                    : "service \"" + clash.service().name() + "\"";
            findings.add(
                    Kind.DUPLICATE_PUBLISHED_PORT,
                    service,
                    published.place(),
                    other + " already has port " + published.or("") + " of the host; publish another one",
                    new Related(clash.port().published().place(), "the other one"));
        }
    }

    /// The port that has one of the range already; where there is none, the range is taken from now on.
    private @Nullable Taken clash(Taken taken, PortRange range) {
        for (int number = range.first(); number <= range.last(); number++) {
            for (Taken other : ports.getOrDefault(number, List.of())) {
                if (other.protocol().equals(taken.protocol())
                        && (other.ip().equals(taken.ip())
                                || other.ip().isEmpty()
                                || taken.ip().isEmpty())
                        && Consistency.together(taken.service(), other.service())) {
                    return other;
                }
            }
        }
        for (int number = range.first(); number <= range.last(); number++) {
            List<Taken> others = ports.computeIfAbsent(number, _ -> new ArrayList<>());
            if (others.size() < MOST) {
                others.add(taken);
            }
        }
        return null;
    }

    /// The address that a port is bound to: empty for all, null where it is unknown.
    private static @Nullable String address(@Nullable Value ip) {
        if (ip == null) {
            return "";
        }
        if (!(ip.text() instanceof Text.Known(String text))) {
            return null;
        }
        return text.equals("0.0.0.0") || text.equals("::") ? "" : text;
    }
}
