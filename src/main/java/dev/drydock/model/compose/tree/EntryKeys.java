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
            case VALUES, STRINGS, HOSTS -> text(entry);
            case ENV_FILES -> field(entry, "path");
            case PORTS -> port(entry);
            case MOUNTS -> volume(entry);
            case DEVICES -> device(entry);
            case SECRETS -> grant(entry, "/run/secrets/");
            case CONFIGS -> grant(entry, "/");
            case DEEP, REPLACE, KEYED, NAMED, DEPENDENCIES, BUILD, LOGGING, SUBNETS -> null;
        };
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
        return written(port.hostIp(), "0.0.0.0") + ":" + written(port.published(), "") + ":"
                + port.target().written() + "/" + written(port.protocol(), "tcp");
    }

    private static String written(@Nullable Template template, String otherwise) {
        return template == null ? otherwise : template.written();
    }

    private static @Nullable String volume(Node entry) {
        if (entry instanceof Node.Mapping) {
            return clean(field(entry, "target"));
        }
        return entry instanceof Node.Scalar scalar
                ? clean(VolumeForm.of(scalar.value().template()).target().written())
                : null;
    }

    private static @Nullable String clean(@Nullable String path) {
        return path == null || path.length() < 2 || !path.endsWith("/") ? path : path.substring(0, path.length() - 1);
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
        return parts.get(parts.size() > 1 ? 1 : 0).written();
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
