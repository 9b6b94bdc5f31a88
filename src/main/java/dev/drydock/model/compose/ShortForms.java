package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Place;
import dev.drydock.source.Text;
import dev.drydock.syntax.compose.ShellWords;
import dev.drydock.syntax.compose.Template;
import dev.drydock.syntax.compose.Template.Literal;
import dev.drydock.syntax.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads `8080:80/tcp`, `./src:/app:ro`, commands: values with a grammar of their own, and their long forms.
record ShortForms(Fields fields) {

    Port port(YamlNode node) {
        Place place = fields.place(node);
        YamlNode.Mapping mapping = node.asMapping();
        if (mapping != null) {
            return new Port(
                    fields.value(mapping, "host_ip"),
                    fields.value(mapping, "published"),
                    fields.value(mapping, "target"),
                    fields.value(mapping, "protocol"),
                    place);
        }
        Value whole = fields.value(node);
        if (whole == null) {
            return new Port(null, null, null, null, place);
        }
        Template text = whole.template();
        Value protocol = null;
        List<Integer> slashes = text.places('/');
        if (!slashes.isEmpty()) {
            protocol = fields.value(text.slice(slashes.getLast() + 1, text.end()));
            text = text.slice(text.start(), slashes.getLast());
        }
        List<Integer> colons = text.places(':');
        if (colons.isEmpty()) {
            // A variable alone may be a whole `8080:80`.
            boolean certain = whole.isKnown() || startsLiterally(text);
            return new Port(null, null, certain ? fields.value(text) : null, protocol, place);
        }
        Value target = fields.value(text.slice(colons.getLast() + 1, text.end()));
        text = text.slice(text.start(), colons.getLast());
        int host = text.written().endsWith("]") ? -1 : colons.size() < 2 ? -1 : colons.get(colons.size() - 2);
        if (host < 0) {
            return new Port(null, fields.value(text), target, protocol, place);
        }
        Template ip = text.slice(text.start(), host);
        if (ip.written().startsWith("[") && ip.written().endsWith("]")) {
            ip = ip.slice(ip.start() + 1, ip.end() - 1);
        }
        Template published = text.slice(host + 1, text.end());
        return new Port(
                fields.value(ip),
                published.parts().isEmpty() ? null : fields.value(published),
                target,
                protocol,
                place);
    }

    private static boolean startsLiterally(Template text) {
        return !text.parts().isEmpty() && text.parts().getFirst() instanceof Literal;
    }

    Mount mount(YamlNode node) {
        Place place = fields.place(node);
        YamlNode.Mapping mapping = node.asMapping();
        if (mapping != null) {
            Value type = fields.value(mapping, "type");
            Value consistency = fields.value(mapping, "consistency");
            return new Mount(
                    type(type == null ? Text.unknown() : type.text()),
                    fields.value(mapping, "source"),
                    fields.value(mapping, "target"),
                    consistency == null ? List.of() : List.of(consistency),
                    fields.isTrue(fields.value(mapping, "read_only")),
                    false,
                    place);
        }
        Value whole = fields.value(node);
        if (whole == null) {
            return new Mount(Mount.Type.UNKNOWN, null, null, List.of(), false, true, place);
        }
        List<Template> pieces = pieces(whole.template());
        if (pieces.size() == 1) {
            Value target = fields.value(pieces.getFirst());
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
        Value source = fields.value(pieces.getFirst());
        List<Value> options = options(pieces);
        boolean readOnly = false;
        for (Value option : options) {
            readOnly |= option.is("ro");
        }
        return new Mount(
                type(pieces.getFirst(), source), source, fields.value(pieces.get(1)), options, readOnly, true, place);
    }

    /// The parts between the colons; that of a drive letter separates nothing.
    private static List<Template> pieces(Template whole) {
        List<Template> pieces = whole.split(':');
        var joined = new ArrayList<Template>();
        for (int i = 0; i < pieces.size(); i++) {
            Template piece = pieces.get(i);
            String written = piece.written();
            boolean drive = written.length() == 1 && Character.isLetter(written.charAt(0)) && i + 1 < pieces.size();
            if (drive) {
                String next = pieces.get(i + 1).written();
                boolean slash = next.startsWith("/") && joined.isEmpty() && pieces.size() > 2;
                if (slash || next.startsWith("\\")) {
                    piece = whole.slice(piece.start(), pieces.get(i + 1).end());
                    i++;
                }
            }
            joined.add(piece);
        }
        return joined;
    }

    private List<Value> options(List<Template> pieces) {
        if (pieces.size() < 3) {
            return List.of();
        }
        var options = new ArrayList<Value>();
        for (Template option : pieces.get(2).split(',')) {
            options.add(fields.value(option));
        }
        return options;
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
        char first = written.charAt(0);
        if (first == '.' || first == '/' || first == '~' || first == '\\') {
            return Mount.Type.BIND;
        }
        if (written.length() > 1 && written.charAt(1) == ':') {
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
    @Nullable
    CommandLine command(@Nullable YamlNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        if (node.asSequence() != null) {
            return new CommandLine(fields.values(node), true, null, null, fields.place(node));
        }
        Value whole = fields.value(node);
        if (whole == null) {
            return null;
        }
        ShellWords split = ShellWords.split(whole.template());
        var words = new ArrayList<Value>();
        for (Template word : split.words()) {
            words.add(fields.value(word));
        }
        return new CommandLine(
                words,
                false,
                split.operator() == null ? null : new Place(fields.source(), split.operator()),
                split.broken() == null ? null : new Place(fields.source(), split.broken()),
                fields.place(node));
    }
}
