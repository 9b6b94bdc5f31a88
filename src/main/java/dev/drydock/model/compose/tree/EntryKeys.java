package dev.drydock.model.compose.tree;

import dev.drydock.syntax.compose.PortForm;
import dev.drydock.syntax.compose.Template;
import dev.drydock.syntax.compose.VolumeForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What makes two entries of a list the same entry, so that the later takes the place of the earlier.
final class EntryKeys {

    private EntryKeys() {}

    /// The key of an entry; null where it has none, and stands for itself.
    static @Nullable String of(Node entry, MergeWay way) {
        return switch (way) {
            case VALUES, STRINGS -> name(entry);
            case HOSTS -> text(entry);
            case ENV_FILES -> field(entry, "path");
            case PORTS -> port(entry);
            case MOUNTS -> volume(entry);
            case DEVICES -> device(entry);
            case SECRETS -> grant(entry, "/run/secrets/");
            case CONFIGS -> grant(entry, "/");
            case DEEP, REPLACE, KEYED, NAMED, DEPENDENCIES, BUILD, LOGGING, SUBNETS -> null;
        };
    }

    /// What stands before the first `=`: options of a `tmpfs` are cut there, too.
    private static @Nullable String name(Node entry) {
        String text = text(entry);
        int sign = text == null ? -1 : text.indexOf('=');
        return text == null || sign < 0 ? text : text.substring(0, sign);
    }

    private static @Nullable String text(Node entry) {
        return entry instanceof Node.Scalar scalar ? text(scalar.value()) : null;
    }

    private static String text(Value value) {
        return value.or(value.written());
    }

    static @Nullable String field(Node entry, String key) {
        Node value = entry instanceof Node.Mapping mapping ? mapping.value(key) : null;
        return value == null || value.isNull() ? null : text(value);
    }

    private static String field(Node entry, String key, String otherwise) {
        String value = field(entry, key);
        return value == null ? otherwise : value;
    }

    private static @Nullable String port(Node entry) {
        if (entry instanceof Node.Mapping) {
            return field(entry, "host_ip", "0.0.0.0") + ":" + field(entry, "published", "") + ":"
                    + field(entry, "target", "") + "/" + field(entry, "protocol", "tcp");
        }
        if (!(entry instanceof Node.Scalar scalar)) {
            return null;
        }
        PortForm port = PortForm.of(scalar.value().template());
        if (port.target() == null) {
            return text(entry);
        }
        Value whole = scalar.value();
        return text(whole, port.hostIp(), "0.0.0.0") + ":" + text(whole, port.published(), "") + ":"
                + text(whole.part(port.target())) + "/" + text(whole, port.protocol(), "tcp");
    }

    private static String text(Value whole, @Nullable Template part, String otherwise) {
        return part == null ? otherwise : text(whole.part(part));
    }

    private static @Nullable String volume(Node entry) {
        if (entry instanceof Node.Scalar scalar) {
            Value whole = scalar.value();
            return VolumeForm.clean(
                    text(whole.part(VolumeForm.of(whole.template()).target())));
        }
        String target = field(entry, "target");
        return target == null ? null : VolumeForm.clean(target);
    }

    private static @Nullable String device(Node entry) {
        if (entry instanceof Node.Mapping) {
            String target = field(entry, "target");
            return target == null ? field(entry, "source") : target;
        }
        if (!(entry instanceof Node.Scalar scalar)) {
            return null;
        }
        List<Template> parts = scalar.value().template().split(':');
        return text(scalar.value().part(parts.get(parts.size() > 1 ? 1 : 0)));
    }

    private static @Nullable String grant(Node entry, String directory) {
        String target = field(entry, "target");
        if (target != null) {
            return target;
        }
        String source = field(entry, "source");
        return source == null ? null : directory + source;
    }
}
