package dev.drydock.syntax.compose;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A volume in its short form, `[source:]target[:options]`, taken apart at its colons; that behind a single
/// letter, which is a drive, separates nothing.
///
/// @param source null where there is one part only
/// @param options what stands behind the second colon, between its commas
/// @param parts how many parts there are; Compose takes three at most
/// @param hasGap whether one of them is empty
public record VolumeForm(
        @Nullable Template source, Template target, List<Template> options, int parts, boolean hasGap) {

    public VolumeForm {
        options = List.copyOf(options);
    }

    /// Takes a volume apart.
    public static VolumeForm of(Template whole) {
        List<Template> pieces = pieces(whole);
        boolean gap = false;
        for (Template piece : pieces) {
            gap |= piece.start() == piece.end();
        }
        if (pieces.size() == 1) {
            return new VolumeForm(null, pieces.getFirst(), List.of(), 1, gap);
        }
        return new VolumeForm(
                pieces.getFirst(),
                pieces.get(1),
                pieces.size() < 3 ? List.of() : pieces.get(2).split(','),
                pieces.size(),
                gap);
    }

    /// Whether Compose refuses it.
    public boolean isBroken() {
        return hasGap || parts > 3;
    }

    private static List<Template> pieces(Template whole) {
        List<Template> pieces = whole.split(':');
        var joined = new ArrayList<Template>();
        for (int i = 0; i < pieces.size(); i++) {
            Template piece = pieces.get(i);
            String written = piece.written();
            boolean drive = written.length() == 1 && Character.isLetter(written.charAt(0)) && i + 1 < pieces.size();
            if (drive) {
                piece = whole.slice(piece.start(), pieces.get(i + 1).end());
                i++;
            }
            joined.add(piece);
        }
        return joined;
    }

    /// Whether a source with this text is a path of the host; otherwise it is the name of a volume.
    public static boolean isPath(String source) {
        if (source.isEmpty()) {
            return false;
        }
        char first = source.charAt(0);
        return first == '.'
                || first == '/'
                || first == '~'
                || source.startsWith("\\\\")
                || (source.length() > 1 && source.charAt(1) == ':' && Character.isLetter(first));
    }

    /// A path in a container with `.`, `..` and doubled slashes worked out.
    public static String clean(String path) {
        boolean rooted = path.startsWith("/");
        var parts = new ArrayList<String>();
        for (int from = 0; from <= path.length(); ) {
            int slash = path.indexOf('/', from);
            int end = slash < 0 ? path.length() : slash;
            String part = path.substring(from, end);
            if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".") && !(rooted && part.equals(".."))) {
                parts.add(part);
            }
            from = end + 1;
        }
        String joined = String.join("/", parts);
        return rooted ? "/" + joined : path.isEmpty() || !joined.isEmpty() ? joined : ".";
    }
}
