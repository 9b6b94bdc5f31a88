package dev.drydock.model.compose;

import dev.drydock.model.compose.Consistency.Findings;
import dev.drydock.model.compose.Inconsistency.Kind;
import dev.drydock.model.compose.Inconsistency.Related;
import dev.drydock.model.compose.tree.Node;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Nearest;
import dev.drydock.source.Place;
import dev.drydock.source.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Names that services use and nobody declares.
final class References {

    private final ComposeModel model;
    private final Findings findings;
    private final Set<String> networks;
    private final Set<String> volumes;
    private final Set<String> secrets;
    private final Set<String> configs;
    private final Set<String> models;
    private final Set<String> services = new LinkedHashSet<>();

    private References(ComposeModel model, Findings findings) {
        this.model = model;
        this.findings = findings;
        networks = names(model.networks());
        volumes = names(model.volumes());
        secrets = names(model.secrets());
        configs = names(model.configs());
        models = names(model.models());
        for (Service service : model.services()) {
            services.add(service.name());
        }
    }

    static void of(ComposeModel model, Findings findings) {
        var references = new References(model, findings);
        for (Service service : model.services()) {
            references.of(service);
        }
    }

    private static Set<String> names(List<Resource> resources) {
        Set<String> names = new LinkedHashSet<>();
        for (Resource resource : resources) {
            names.add(resource.name());
        }
        return names;
    }

    private void of(Service service) {
        for (Grant network : service.networks()) {
            if (!network.name().is("default")) {
                resource(Kind.UNDEFINED_NETWORK, "network", networks, service, network);
            }
        }
        for (Mount mount : service.volumes()) {
            volume(service, mount);
        }
        for (Grant secret : service.secrets()) {
            resource(Kind.UNDEFINED_SECRET, "secret", secrets, service, secret);
        }
        if (service.build() != null) {
            for (Grant secret : service.build().secrets()) {
                resource(Kind.UNDEFINED_SECRET, "secret", secrets, service, secret);
            }
        }
        for (Grant config : service.configs()) {
            resource(Kind.UNDEFINED_CONFIG, "config", configs, service, config);
        }
        for (Grant used : ServiceReader.grants(service.node().value("models"))) {
            resource(Kind.UNDEFINED_MODEL, "model", models, service, used);
        }
        for (Link link : links(model, service)) {
            dependency(service, link);
        }
    }

    private void resource(Kind kind, String what, Set<String> declared, Service service, Grant grant) {
        if (grant.name() instanceof Text.Known(String name) && !declared.contains(name)) {
            undeclared(kind, what, declared, service, grant.namePlace(), name);
        }
    }

    private void undeclared(Kind kind, String what, Set<String> declared, Service service, Place place, String name) {
        findings.add(
                kind,
                service,
                place,
                what + " \"" + name + "\" is declared nowhere" + Nearest.hint(name, declared)
                        + (Nearest.to(name, declared) == null ? "; add it to \"" + what + "s\" at the top" : ""));
    }

    private void volume(Service service, Mount mount) {
        Value source = mount.source();
        if (mount.type() == Mount.Type.VOLUME
                && source != null
                && source.text() instanceof Text.Known(String name)
                && !name.isEmpty()
                && !volumes.contains(name)) {
            if (name.indexOf('/') < 0) {
                undeclared(Kind.UNDEFINED_VOLUME, "volume", volumes, service, source.place(), name);
            } else {
                findings.add(
                        Kind.UNDEFINED_VOLUME,
                        service,
                        source.place(),
                        "\"" + name + "\" cannot be the name of a volume; write ./" + name + " for a path");
            }
        }
    }

    /// A service that another one needs.
    ///
    /// @param required whether Compose refuses to go on without it
    record Link(String service, Place place, boolean required) {}

    /// The services that a service needs: those it depends on, and those whose parts it shares.
    static List<Link> links(ComposeModel model, Service service) {
        var links = new ArrayList<Link>();
        for (Dependency dependency : service.dependsOn()) {
            boolean optional =
                    dependency.required() != null && dependency.required().is("false");
            if (dependency.service().indexOf('$') < 0) {
                links.add(new Link(dependency.service(), dependency.namePlace(), !optional));
            }
        }
        for (Value link : service.node().scalars("links")) {
            first(link, links);
        }
        for (Value from : service.node().scalars("volumes_from")) {
            if (!from.written().startsWith("container:")) {
                first(from, links);
            }
        }
        for (String key : List.of("network_mode", "ipc", "pid", "uts", "cgroup")) {
            prefixed(service.value(key), links);
        }
        if (service.build() != null) {
            for (Setting context : service.build().additionalContexts()) {
                prefixed(context.value(), links);
            }
        }
        return links;
    }

    /// The service in `service:alias` and `service:ro`.
    private static void first(Value value, List<Link> links) {
        if (value.text() instanceof Text.Known(String text)) {
            int colon = text.indexOf(':');
            links.add(new Link(colon < 0 ? text : text.substring(0, colon), value.place(), true));
        }
    }

    private static void prefixed(@Nullable Value value, List<Link> links) {
        if (value != null && value.text() instanceof Text.Known(String text) && text.startsWith("service:")) {
            links.add(new Link(text.substring("service:".length()), value.place(), true));
        }
    }

    private void dependency(Service service, Link link) {
        if (!link.required()) {
            return;
        }
        Service other = model.service(link.service());
        if (other == null) {
            findings.add(
                    Kind.UNDEFINED_DEPENDENCY,
                    service,
                    link.place(),
                    "there is no service \"" + link.service() + "\"" + Nearest.hint(link.service(), services)
                            + (Nearest.to(link.service(), services) == null ? "; name one that there is" : ""));
            return;
        }
        String without = without(service, other);
        if (without != null) {
            Node profiles = other.node().value("profiles");
            findings.add(
                    Kind.PROFILE_CLOSURE_BROKEN,
                    service,
                    link.place(),
                    "service \"" + other.name() + "\" is off " + without + ", where \"" + service.name()
                            + "\" needs it; add the profile, or \"required: false\"",
                    new Related(profiles == null ? other.namePlace() : profiles.place(), "its profiles"));
        }
    }

    /// When a service runs without another one that has profiles; null where it does not, or where nobody knows.
    private static @Nullable String without(Service service, Service other) {
        if (other.profiles().isEmpty()) {
            return null;
        }
        Set<String> others = new HashSet<>();
        for (Value profile : other.profiles()) {
            if (!(profile.text() instanceof Text.Known(String name)) || name.equals("*")) {
                return null;
            }
            others.add(name);
        }
        if (service.profiles().isEmpty()) {
            return "unless a profile is chosen";
        }
        for (Value profile : service.profiles()) {
            if (profile.text() instanceof Text.Known(String name) && !others.contains(name)) {
                return "in profile \"" + name + "\"";
            }
        }
        return null;
    }
}
