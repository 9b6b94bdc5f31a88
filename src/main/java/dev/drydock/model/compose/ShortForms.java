package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Node;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Place;
import dev.drydock.source.Text;
import dev.drydock.syntax.compose.PortForm;
import dev.drydock.syntax.compose.ShellWords;
import dev.drydock.syntax.compose.Template;
import dev.drydock.syntax.compose.VolumeForm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads `8080:80/tcp`, `./src:/app:ro`, commands: values with a grammar of their own, and their long forms.
final class ShortForms {

    private ShortForms() {}

    static Port port(Node node) {
        Place place = node.place();
        if (node instanceof Node.Mapping mapping) {
            return new Port(
                    mapping.scalar("host_ip"),
                    mapping.scalar("published"),
                    mapping.scalar("target"),
                    mapping.scalar("protocol"),
                    place);
        }
        Value whole = node.scalarValue();
        if (whole == null) {
            return new Port(null, null, null, null, place);
        }
        PortForm form = PortForm.of(whole.template());
        return new Port(
                part(whole, form.hostIp()),
                part(whole, form.published()),
                part(whole, form.target()),
                part(whole, form.protocol()),
                place);
    }

    private static @Nullable Value part(Value whole, @Nullable Template part) {
        return part == null ? null : whole.part(part);
    }

    static Mount mount(Node node) {
        Place place = node.place();
        if (node instanceof Node.Mapping mapping) {
            Value type = mapping.scalar("type");
            Value consistency = mapping.scalar("consistency");
            return new Mount(
                    type(type == null ? Text.unknown() : type.text()),
                    mapping.scalar("source"),
                    mapping.scalar("target"),
                    consistency == null ? List.of() : List.of(consistency),
                    isTrue(mapping.scalar("read_only")),
                    false,
                    place);
        }
        Value whole = node.scalarValue();
        if (whole == null) {
            return new Mount(Mount.Type.UNKNOWN, null, null, List.of(), false, true, place);
        }
        VolumeForm form = VolumeForm.of(whole.template());
        Value target = whole.part(form.target());
        if (form.source() == null) {
            boolean anonymous = target.written().startsWith("/");
            return new Mount(
                    anonymous ? Mount.Type.VOLUME : Mount.Type.UNKNOWN,
                    null,
                    anonymous ? target : null,
                    List.of(),
                    false,
                    true,
                    place);
        }
        Value source = whole.part(form.source());
        var options = new ArrayList<Value>();
        boolean readOnly = false;
        for (Template option : form.options()) {
            Value value = whole.part(option);
            options.add(value);
            readOnly = value.is("ro") || (readOnly && !value.is("rw"));
        }
        return new Mount(type(form.source(), source), source, target, options, readOnly, true, place);
    }

    private static Mount.Type type(Text type) {
        return switch (type) {
            case Text.Known(String value) ->
                switch (value) {
                    case "bind" -> Mount.Type.BIND;
                    case "volume" -> Mount.Type.VOLUME;
                    case "tmpfs" -> Mount.Type.TMPFS;
                    default -> Mount.Type.OTHER;
                };
            case Text.Unknown() -> Mount.Type.UNKNOWN;
        };
    }

    private static Mount.Type type(Template source, Value value) {
        String written = value.or(source.written());
        if (written.isEmpty()) {
            return Mount.Type.UNKNOWN;
        }
        if (VolumeForm.isPath(written)) {
            return Mount.Type.BIND;
        }
        if (value.isKnown()) {
            return Mount.Type.VOLUME;
        }
        // A volume's name has no slash.
        boolean path = !source.places('/').isEmpty()
                || written.equals("$PWD")
                || written.equals("${PWD}")
                || written.equals("$HOME")
                || written.equals("${HOME}");
        return path ? Mount.Type.BIND : Mount.Type.UNKNOWN;
    }

    /// A command or an entrypoint; null where there is none.
    static @Nullable CommandLine command(@Nullable Node node) {
        if (node == null || node.isNull()) {
            return null;
        }
        if (node instanceof Node.Sequence) {
            return new CommandLine(node.values(), true, null, null, node.place());
        }
        Value whole = node.scalarValue();
        if (whole == null) {
            return null;
        }
        ShellWords split = ShellWords.split(whole.template());
        var words = new ArrayList<Value>();
        for (Template word : split.words()) {
            words.add(whole.part(word));
        }
        return new CommandLine(
                words,
                false,
                split.operator() == null ? null : new Place(whole.source(), split.operator()),
                split.broken() == null ? null : new Place(whole.source(), split.broken()),
                node.place());
    }

    /// Whether a value is what Compose casts to true.
    static boolean isTrue(@Nullable Value value) {
        return value != null
                && (value.is("true")
                        || value.is("True")
                        || value.is("TRUE")
                        || value.is("yes")
                        || value.is("on")
                        || value.is("1"));
    }
}
