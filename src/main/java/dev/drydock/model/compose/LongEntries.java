package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.MappingBuilder;
import dev.drydock.model.compose.tree.Node;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Place;
import dev.drydock.syntax.compose.PortForm;
import dev.drydock.syntax.compose.Template;
import dev.drydock.syntax.compose.VolumeForm;
import dev.drydock.syntax.yaml.YamlNode.Scalar.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The long forms of ports, volumes and devices.
final class LongEntries {

    private LongEntries() {}

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

    static Node devices(Node node) {
        return each(node, LongEntries::device);
    }

    private static List<Node> device(Node item, Value value) {
        List<Template> parts = value.template().split(':');
        if (parts.size() > 3) {
            return List.of(item);
        }
        var members = new MappingBuilder(item.place())
                .add("source", value.part(parts.getFirst()))
                .add("target", value.part(parts.get(parts.size() > 1 ? 1 : 0)));
        if (parts.size() > 2) {
            members.add("permissions", value.part(parts.get(2)));
        } else {
            members.implied("permissions", item.place(), "rwm");
        }
        return List.of(members.build(item.replaced()));
    }

    static Node ports(Node node) {
        return each(node, LongEntries::port);
    }

    /// A port of the short form; each port of a range is one of its own.
    private static List<Node> port(Node item, Value whole) {
        PortForm form = PortForm.of(whole.template());
        if (form.target() == null) {
            return List.of(item);
        }
        Value published = form.published() == null ? null : whole.part(form.published());
        PortRange inside = PortRange.of(whole.part(form.target()).or(""));
        PortRange outside = published == null ? null : PortRange.of(published.or(""));
        boolean odd = inside == null || (published != null && outside == null);
        if (odd || (outside != null && inside.count() > 1 && outside.count() != inside.count())) {
            return List.of(port(item, whole, form, null, null));
        }
        var ports = new ArrayList<Node>();
        for (int i = 0; i < inside.count(); i++) {
            String from = outside == null || published == null
                    ? null
                    : inside.count() == 1 ? published.or("") : String.valueOf(outside.first() + i);
            ports.add(port(item, whole, form, from, String.valueOf(inside.first() + i)));
        }
        return ports;
    }

    private static Node port(
            Node item, Value whole, PortForm form, @Nullable String published, @Nullable String target) {
        Place place = item.place();
        var members = new MappingBuilder(place).implied("mode", place, "ingress");
        members.add("host_ip", form.hostIp() == null ? null : whole.part(form.hostIp()));
        part(members, "target", whole, form.target(), target, Kind.INTEGER);
        part(members, "published", whole, form.published(), published, Kind.STRING);
        if (form.protocol() == null) {
            members.implied("protocol", place, "tcp");
        } else {
            members.add("protocol", whole.part(form.protocol()));
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

    static Node volumes(Node node) {
        return each(node, LongEntries::volume);
    }

    private static List<Node> volume(Node item, Value whole) {
        VolumeForm form = VolumeForm.of(whole.template());
        Mount mount = ShortForms.mount(item);
        if (form.parts() > 3 || mount.type() == Mount.Type.UNKNOWN) {
            return List.of(item);
        }
        Place place = item.place();
        boolean bind = mount.type() == Mount.Type.BIND;
        var members = new MappingBuilder(place).implied("type", place, bind ? "bind" : "volume");
        members.add("source", mount.source());
        Value target = whole.part(form.target());
        String path = target.or("");
        if (path.length() > 1 && path.endsWith("/")) {
            members.implied("target", target.place(), path.substring(0, path.length() - 1));
        } else {
            members.add("target", target);
        }
        if (mount.readOnly()) {
            members.implied("read_only", place, "true", Kind.BOOLEAN);
        }
        MappingBuilder options = options(place, mount, bind);
        if (!options.isEmpty()) {
            members.add(bind ? "bind" : "volume", options.build());
        }
        return List.of(members.build(item.replaced()));
    }

    private static MappingBuilder options(Place place, Mount mount, boolean bind) {
        var members = new MappingBuilder(place);
        if (bind) {
            members.implied("create_host_path", place, "true", Kind.BOOLEAN);
        }
        for (Value option : mount.options()) {
            switch (option.or("")) {
                case "z", "Z" -> members.add("selinux", option);
                case "nocopy" -> members.implied("nocopy", option.place(), "true", Kind.BOOLEAN);
                case "private", "rprivate", "shared", "rshared", "slave", "rslave" ->
                    members.add("propagation", option);
                default -> {
                    // Compose does nothing with any other option, and "ro" has a key of its own.
                }
            }
        }
        return members;
    }
}
