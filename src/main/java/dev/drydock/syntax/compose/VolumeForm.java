package dev.drydock.syntax.compose;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A volume in its short form, `[source:]target[:options]`, taken apart at its colons; that of a drive letter
/// separates nothing.
///
/// @param source null where there is one part only
/// @param options what stands behind the second colon, between its commas
/// @param parts how many parts there are; Compose takes three at most
public record VolumeForm(@Nullable Template source, Template target, List<Template> options, int parts) {

    public VolumeForm {
        options = List.copyOf(options);
    }

    /// Takes a volume apart.
    public static VolumeForm of(Template whole) {
        List<Template> pieces = pieces(whole);
        if (pieces.size() == 1) {
            return new VolumeForm(null, pieces.getFirst(), List.of(), 1);
        }
        return new VolumeForm(
                pieces.getFirst(),
                pieces.get(1),
                pieces.size() < 3 ? List.of() : pieces.get(2).split(','),
                pieces.size());
    }

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

    /// Whether a source with this text is a path of the host; otherwise it is the name of a volume.
    public static boolean isPath(String source) {
        if (source.isEmpty()) {
            return false;
        }
        char first = source.charAt(0);
        return first == '.'
                || first == '/'
                || first == '~'
                || first == '\\'
                || (source.length() > 1 && source.charAt(1) == ':' && Character.isLetter(first));
    }
}
