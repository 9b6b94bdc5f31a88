package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.ComposeProblem;
import dev.drydock.model.compose.tree.MappingBuilder;
import dev.drydock.model.compose.tree.Merger;
import dev.drydock.model.compose.tree.Node;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Place;
import dev.drydock.syntax.compose.IpAddress;
import dev.drydock.syntax.compose.PortForm;
import dev.drydock.syntax.compose.Template;
import dev.drydock.syntax.compose.VolumeForm;
import dev.drydock.syntax.yaml.YamlNode.Scalar.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The long forms of ports, volumes and devices.
final class LongEntries {

    /// More ports than this are left as ranges: nobody reads them one by one.
    private static final int MAX_PORTS = 100_000;

    private final List<ComposeProblem> problems;
    private long ports;

    LongEntries(List<ComposeProblem> problems) {
        this.problems = problems;
    }

    /// What is made of an entry of a list.
    @FunctionalInterface
    private interface Form {
        List<Node> of(Node item, Value value);
    }

    private static Node each(Node node, Form form) {
        if (!(node instanceof Node.Sequence list)) {
            return node;
        }
        var items = new ArrayList<Node>();
        for (Node item : list.items()) {
            Value value = item.scalarValue();
            items.addAll(value == null ? List.of(item) : form.of(item, value));
        }
        return new Node.Sequence(items, list.place(), list.replaced());
    }

    private void problem(Value value, String message) {
        problems.add(new ComposeProblem(ComposeProblem.Kind.SCHEMA, value.place(), message));
    }

    Node devices(Node node) {
        return each(node, this::device);
    }

    private List<Node> device(Node item, Value value) {
        List<Template> parts = value.template().split(':');
        if (parts.size() > 3) {
            problem(value, "a device has three parts at most, \"source:target:permissions\"; use the long form");
            return List.of(item);
        }
        Template target = parts.get(parts.size() > 1 ? 1 : 0);
        var members = new MappingBuilder(item.place())
                .add("source", value.part(parts.getFirst()))
                .add("target", value.part(target.start() == target.end() ? parts.getFirst() : target));
        if (parts.size() > 2) {
            members.add("permissions", value.part(parts.get(2)));
        } else {
            members.implied("permissions", item.place(), "rwm");
        }
        return List.of(members.build(item.replaced()));
    }

    Node ports(Node node) {
        Node all = LongLists.each(each(node, this::port), LongEntries::longPort);
        return all instanceof Node.Sequence list ? Merger.uniquePorts(list) : all;
    }

    private static Node longPort(Node item) {
        if (!(item instanceof Node.Mapping port)) {
            return item;
        }
        var members = new MappingBuilder(port.place()).rest(port);
        Node.Member published = port.member("published");
        if (published != null && published.value() instanceof Node.Scalar scalar && !scalar.isNull()) {
            members.add(
                    published.with(new Node.Scalar(scalar.value(), Kind.STRING, scalar.place(), scalar.replaced())));
        }
        return members.or(port.member("protocol"), "protocol", port.place(), "tcp")
                .or(port.member("mode"), "mode", port.place(), "ingress")
                .build(port.replaced());
    }

    /// A port of the short form; each port of a range is one of its own.
    private List<Node> port(Node item, Value whole) {
        PortForm form = PortForm.of(whole.template());
        if (form.target() == null || !isProper(form, whole)) {
            return List.of(item);
        }
        Value published = form.published() == null ? null : whole.part(form.published());
        PortRange inside = PortRange.of(whole.part(form.target()).or(""));
        PortRange outside = published == null ? null : PortRange.of(published.or(""));
        boolean odd = inside == null || (published != null && outside == null);
        if (odd) {
            return List.of(port(item, whole, form, null, null));
        }
        if (inside.count() > 1 && ports + inside.count() > MAX_PORTS) {
            return List.of(port(item, whole, form, null, null));
        }
        ports += inside.count();
        var all = new ArrayList<Node>();
        for (int i = 0; i < inside.count(); i++) {
            String from = outside == null || published == null
                    ? null
                    : inside.count() == 1 ? published.or("") : String.valueOf(outside.first() + i);
            all.add(port(item, whole, form, from, String.valueOf(inside.first() + i)));
        }
        return all;
    }

    /// Whether Compose takes the port; of what is unknown nothing is said.
    private boolean isProper(PortForm form, Value whole) {
        Value ip = form.hostIp() == null ? null : whole.part(form.hostIp());
        if (ip != null && ip.isKnown() && !IpAddress.isProper(ip.or(""))) {
            problem(ip, "\"" + ip.or("") + "\" is no IP address; write one before the ports, or none");
            return false;
        }
        Value published = form.published() == null ? null : whole.part(form.published());
        Value target = form.target() == null ? null : whole.part(form.target());
        if (!isPort(published) || !isPort(target)) {
            return false;
        }
        PortRange outside = published == null ? null : PortRange.of(published.or(""));
        PortRange inside = target == null ? null : PortRange.of(target.or(""));
        if (outside != null && inside != null && inside.count() > 1 && outside.count() != inside.count()) {
            problem(
                    whole,
                    outside.count() + " ports of the host cannot be " + inside.count()
                            + " of the container; make both ranges as long");
            return false;
        }
        Value protocol = form.protocol() == null ? null : whole.part(form.protocol());
        if (protocol != null && protocol.isKnown()) {
            String name = protocol.or("").toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && !name.equals("tcp") && !name.equals("udp") && !name.equals("sctp")) {
                problem(protocol, "\"" + protocol.or("") + "\" is no protocol; write tcp, udp or sctp");
                return false;
            }
        }
        return true;
    }

    private boolean isPort(@Nullable Value port) {
        if (port == null || !port.isKnown() || PortRange.of(port.or("")) != null) {
            return true;
        }
        problem(port, "\"" + port.or("") + "\" is no port; write a number up to 65535, or a range of two");
        return false;
    }

    private static Node port(
            Node item, Value whole, PortForm form, @Nullable String published, @Nullable String target) {
        Place place = item.place();
        var members = new MappingBuilder(place).implied("mode", place, "ingress");
        members.add("host_ip", form.hostIp() == null ? null : whole.part(form.hostIp()));
        part(members, "target", whole, form.target(), target, Kind.INTEGER);
        part(members, "published", whole, form.published(), published, Kind.STRING);
        Value protocol = form.protocol() == null ? null : whole.part(form.protocol());
        String lower = protocol == null ? "" : protocol.or("").toLowerCase(Locale.ROOT);
        if (protocol == null || protocol.is("")) {
            members.implied("protocol", place, "tcp");
        } else if (protocol.is(lower) || !protocol.isKnown()) {
            members.add("protocol", protocol);
        } else {
            members.implied("protocol", protocol.place(), lower);
        }
        return members.build(item.replaced());
    }

    private static void part(
            MappingBuilder members,
            String key,
            Value whole,
            @Nullable Template part,
            @Nullable String text,
            Kind kind) {
        if (part == null) {
            return;
        }
        Value value = whole.part(part);
        if (text == null) {
            members.add(key, value);
        } else if (value.is(text)) {
            members.add(key, Node.Scalar.of(value, kind));
        } else {
            members.implied(key, value.place(), text, kind);
        }
    }

    Node volumes(Node node) {
        return LongLists.each(each(node, this::volume), LongEntries::longVolume);
    }

    private static Node longVolume(Node item) {
        if (!(item instanceof Node.Mapping volume)) {
            return item;
        }
        var members = new MappingBuilder(volume.place()).rest(volume);
        target(members, volume.scalar("target"));
        Node bind = LongLists.below(
                members.build(volume.replaced()),
                "bind",
                options -> options instanceof Node.Mapping mapping && mapping.member("create_host_path") == null
                        ? new MappingBuilder(options.place())
                                .rest(mapping)
                                .implied("create_host_path", options.place(), "true", Kind.BOOLEAN)
                                .build()
                        : options);
        return LongLists.below(bind, "volume", options -> LongLists.below(options, "labels", LongForms::strings));
    }

    private static void target(MappingBuilder members, @Nullable Value target) {
        if (target == null) {
            return;
        }
        String path = target.or("");
        String clean = VolumeForm.clean(path);
        if (clean.equals(path)) {
            members.add("target", target);
        } else {
            members.implied("target", target.place(), clean);
        }
    }

    private List<Node> volume(Node item, Value whole) {
        VolumeForm form = VolumeForm.of(whole.template());
        if (form.isBroken()) {
            problem(
                    whole,
                    form.parts() > 3
                            ? "a volume has three parts at most, \"source:target:options\"; use the long form"
                            : "a part of this volume is empty; write \"source:target\", or the target alone");
            return List.of(item);
        }
        Mount mount = ShortForms.mount(item);
        boolean anonymous = form.source() == null && whole.isKnown();
        if (mount.type() == Mount.Type.UNKNOWN && !anonymous) {
            return List.of(item);
        }
        Place place = item.place();
        boolean bind = mount.type() == Mount.Type.BIND;
        var members = new MappingBuilder(place).implied("type", place, bind ? "bind" : "volume");
        members.add("source", mount.source());
        target(members, whole.part(form.target()));
        if (mount.readOnly()) {
            members.implied("read_only", place, "true", Kind.BOOLEAN);
        }
        options(members, place, mount, bind);
        return List.of(members.build(item.replaced()));
    }

    private static void options(MappingBuilder members, Place place, Mount mount, boolean bind) {
        var onBind = new MappingBuilder(place);
        var onVolume = new MappingBuilder(place);
        for (Value option : mount.options()) {
            switch (option.or("")) {
                case "z", "Z" -> onBind.add("selinux", option);
                case "nocopy" -> onVolume.implied("nocopy", option.place(), "true", Kind.BOOLEAN);
                case "private", "rprivate", "shared", "rshared", "slave", "rslave" -> onBind.add("propagation", option);
                default -> {
                    // Compose does nothing with any other option, and "ro" has a key of its own.
                }
            }
        }
        if (bind || !onBind.isEmpty()) {
            members.add(
                    "bind",
                    onBind.implied("create_host_path", place, "true", Kind.BOOLEAN)
                            .build());
        }
        if (!onVolume.isEmpty()) {
            members.add("volume", onVolume.build());
        }
    }
}
