package dev.drydock.model.compose;

import dev.drydock.model.compose.Consistency.Findings;
import dev.drydock.model.compose.Inconsistency.Kind;
import dev.drydock.model.compose.Inconsistency.Related;
import dev.drydock.model.compose.tree.Node;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Nearest;
import dev.drydock.source.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Settings of a service or a resource that Compose refuses together, or without each other.
final class Conflicts {

    private final Findings findings;
    private final Service service;
    private final Node.Mapping node;
    /// The services that say what they run: one of those may have been meant.
    private final List<String> others;

    private Conflicts(Service service, Findings findings, List<String> others) {
        this.others = others;
        this.service = service;
        this.node = service.node();
        this.findings = findings;
    }

    static void of(ComposeModel model, Findings findings) {
        var named = new ArrayList<String>();
        for (Service service : model.services()) {
            if (service.image() != null || service.build() != null) {
                named.add(service.name());
            }
        }
        for (Service service : model.services()) {
            if (service.complete()) {
                of(service, findings, named);
            }
        }
    }

    private static void of(Service service, Findings findings, List<String> others) {
        var conflicts = new Conflicts(service, findings, others);
        conflicts.image();
        conflicts.build();
        conflicts.network();
        conflicts.healthcheck();
        conflicts.scale();
        conflicts.limits();
        conflicts.targets();
        conflicts.devices();
        for (Setting setting : service.environment()) {
            conflicts.variable(setting);
        }
    }

    private void conflict(Node at, String message, @Nullable Node other) {
        if (other == null) {
            findings.add(Kind.CONFLICTING_SETTINGS, service, at.place(), message);
        } else {
            findings.add(
                    Kind.CONFLICTING_SETTINGS,
                    service,
                    at.place(),
                    message,
                    new Related(other.place(), "the other one"));
        }
    }

    private void image() {
        // The schema tells of a service that is no mapping.
        boolean some = node.byKey().isEmpty()
                || node.member("image") != null
                || node.member("build") != null
                || node.member("provider") != null;
        if (!some) {
            findings.add(
                    Kind.SERVICE_WITHOUT_IMAGE,
                    service.namePlace(),
                    "service \"" + service.name() + "\" has neither \"image\" nor \"build\""
                            + (Nearest.to(service.name(), others) == null
                                    ? "; add one"
                                    : Nearest.hint(service.name(), others)));
        }
    }

    private void build() {
        Node.Mapping build = node.mapping("build");
        if (build == null) {
            return;
        }
        Node inline = build.value("dockerfile_inline");
        Node dockerfile = build.value("dockerfile");
        if (inline != null && dockerfile != null && !inline.isNull() && !dockerfile.isNull()) {
            conflict(dockerfile, "there is a \"dockerfile_inline\", too; keep one of the two", inline);
        }
        Node platforms = build.value("platforms");
        Value platform = service.value("platform");
        if (platforms == null || platform == null || !(platform.text() instanceof Text.Known(String name))) {
            return;
        }
        boolean found = platforms.values().isEmpty();
        for (Value value : platforms.values()) {
            found |= !value.isKnown() || value.is(name);
        }
        if (!found) {
            conflict(
                    platforms,
                    "\"platforms\" must have the platform of the service, " + name + "; add it",
                    node.value("platform"));
        }
    }

    private void network() {
        Node mode = node.value("network_mode");
        Node networks = node.value("networks");
        if (mode != null && networks != null && !mode.isNull() && !networks.isNull()) {
            conflict(
                    mode, "a service with a \"network_mode\" can be in no \"networks\"; keep one of the two", networks);
        }
    }

    private void healthcheck() {
        Node.Mapping healthcheck = node.mapping("healthcheck");
        if (healthcheck != null
                && healthcheck.value("test") instanceof Node.Sequence test
                && !test.items().isEmpty()) {
            Node first = test.items().getFirst();
            Value word = first.scalarValue();
            boolean fine = word == null || !word.isKnown() || word.is("CMD") || word.is("CMD-SHELL") || word.is("NONE");
            if (!fine) {
                conflict(first, "a test in a list begins with \"CMD\", \"CMD-SHELL\" or \"NONE\"; add \"CMD\"", null);
            }
        }
    }

    private void scale() {
        Node scale = node.value("scale");
        Node.Mapping deploy = node.mapping("deploy");
        Node replicas = deploy == null ? null : deploy.value("replicas");
        Double scaled = Amount.number(scale);
        Double replicated = Amount.number(replicas);
        negative(scale, scaled);
        negative(replicas, replicated);
        if (scale != null && scaled != null && replicated != null && !scaled.equals(replicated)) {
            conflict(scale, "\"scale\" and \"deploy.replicas\" say different numbers; keep one of the two", replicas);
        }
        Double count = scaled == null ? replicated : scaled;
        Node name = node.value("container_name");
        if (name != null && !name.isNull() && count != null && count > 1) {
            conflict(
                    name,
                    "one name cannot be that of " + count.intValue() + " containers; take the name away",
                    scaled == null ? replicas : scale);
        }
    }

    private void negative(@Nullable Node node, @Nullable Double number) {
        if (node != null && number != null && number < 0) {
            conflict(node, "there cannot be fewer than no containers; write 0 or more", null);
        }
    }

    private void limits() {
        Node.Mapping deploy = node.mapping("deploy");
        Node.Mapping resources = deploy == null ? null : deploy.mapping("resources");
        if (resources == null) {
            return;
        }
        Node.Mapping limits = resources.mapping("limits");
        Node.Mapping reservations = resources.mapping("reservations");
        twin("cpus", limits, "limits.cpus", "cpus", false);
        twin("mem_limit", limits, "limits.memory", "memory", true);
        twin("pids_limit", limits, "limits.pids", "pids", false);
        twin("mem_reservation", reservations, "reservations.memory", "memory", true);
    }

    private void twin(String key, Node.@Nullable Mapping twins, String path, String name, boolean bytes) {
        Node own = node.value(key);
        Node twin = twins == null ? null : twins.value(name);
        Double one = bytes ? Amount.bytes(own) : Amount.number(own);
        Double two = bytes ? Amount.bytes(twin) : Amount.number(twin);
        if (own != null && one != null && two != null && !one.equals(two)) {
            conflict(
                    own,
                    "\"" + key + "\" and \"deploy.resources." + path + "\" say different amounts; keep one of the two",
                    twin);
        }
    }

    /// The same place in the container filled twice.
    private void targets() {
        Map<String, Node> taken = new HashMap<>();
        Node volumes = node.value("volumes");
        for (Node item : volumes == null ? List.<Node>of() : volumes.items()) {
            Value target = ShortForms.mount(item).target();
            if (target != null && target.text() instanceof Text.Known(String path)) {
                taken.put(clean(path), item);
            }
        }
        Node tmpfs = node.value("tmpfs");
        for (Node item : tmpfs == null ? List.<Node>of() : tmpfs.items()) {
            Value value = item.scalarValue();
            if (value != null && value.text() instanceof Text.Known(String text)) {
                int colon = text.indexOf(':');
                String path = clean(colon < 0 ? text : text.substring(0, colon));
                Node other = taken.put(path, item);
                if (other != null) {
                    conflict(item, path + " is mounted twice; keep one of the two", other);
                }
            }
        }
    }

    private static String clean(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private void devices() {
        var requests = new ArrayList<Node>();
        Node gpus = node.value("gpus");
        if (gpus != null) {
            requests.addAll(gpus.items());
        }
        Node.Mapping at = node.mapping("deploy");
        at = at == null ? null : at.mapping("resources");
        at = at == null ? null : at.mapping("reservations");
        Node devices = at == null ? null : at.value("devices");
        if (devices != null) {
            requests.addAll(devices.items());
        }
        for (Node request : requests) {
            if (request instanceof Node.Mapping mapping) {
                Node count = mapping.value("count");
                Node ids = mapping.value("device_ids");
                if (count != null && ids != null && !count.isNull() && !ids.isNull()) {
                    conflict(count, "\"device_ids\" names the devices, so there can be no \"count\"; keep one", ids);
                }
            }
        }
    }

    private void variable(Setting setting) {
        if (setting.name().endsWith(" ")) {
            findings.add(
                    Kind.CONFLICTING_SETTINGS,
                    service,
                    setting.namePlace(),
                    "the name of this variable ends with a blank; take it away");
        }
    }

    /// Resources with too many sources, or none.
    static void ofResources(ComposeModel model, Findings findings) {
        for (Resource secret : model.secrets()) {
            source("secret", secret, List.of("file", "environment"), findings);
        }
        for (Resource config : model.configs()) {
            source("config", config, List.of("file", "environment", "content"), findings);
        }
        for (Resource volume : model.volumes()) {
            external(volume, findings);
        }
    }

    private static void source(String what, Resource resource, List<String> keys, Findings findings) {
        Node.Mapping node = resource.node();
        if (resource.mayBeExternal()) {
            return;
        }
        Node.Member first = null;
        for (String key : keys) {
            Node.Member member = node == null ? null : node.member(key);
            if (member == null || member.value().isNull()) {
                continue;
            }
            if (first != null) {
                findings.add(
                        Kind.CONFLICTING_SETTINGS,
                        member.keyPlace(),
                        "a " + what + " has one source, and this one has \"" + first.key() + "\", too; keep one",
                        new Related(first.keyPlace(), "the other one"));
                return;
            }
            first = member;
        }
        boolean driver = node != null && (node.member("driver") != null || node.member("template_driver") != null);
        if (first == null && !driver) {
            findings.add(
                    Kind.CONFLICTING_SETTINGS,
                    resource.namePlace(),
                    what + " \"" + resource.name() + "\" has no source; add one of " + String.join(", ", keys)
                            + ", or \"external: true\"");
        }
    }

    private static void external(Resource volume, Findings findings) {
        Node.Mapping node = volume.node();
        if (node == null || !volume.external()) {
            return;
        }
        for (Node.Member member : node.members()) {
            String key = member.key();
            if (!key.equals("external") && !key.equals("name") && !key.startsWith("x-")) {
                findings.add(
                        Kind.CONFLICTING_SETTINGS,
                        member.keyPlace(),
                        "an external volume is there already and takes no \"" + key + "\"; take it away");
            }
        }
    }
}
