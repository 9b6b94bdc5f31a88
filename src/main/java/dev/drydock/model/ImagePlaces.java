package dev.drydock.model;

import dev.drydock.model.build.Stage;
import dev.drydock.model.context.ContextCopy;
import dev.drydock.source.Source;
import dev.drydock.source.Tree;
import dev.drydock.syntax.ignore.IgnoreFile;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the image of a stage has what lies at a path of the project.
public final class ImagePlaces {

    private ImagePlaces() {}

    /// The places, each with the copy that puts it there; null where a copy may put it at a place that nobody
    /// knows.
    ///
    /// @param path from the root of the project
    public static @Nullable Map<String, ContextCopy> of(Tree tree, String context, Stage stage, String path) {
        Map<String, ContextCopy> places = new LinkedHashMap<>();
        for (Stage one : stage.lineage()) {
            for (ContextCopy copy : ContextCopy.of(one)) {
                boolean whole = copy.path().equals("*");
                String from = whole ? context : Tree.resolve(context, copy.path());
                if (from == null) {
                    return null;
                }
                if (copy.isPattern() && !whole) {
                    if (mayTake(copy, context, path)) {
                        return null;
                    }
                    continue;
                }
                boolean below = from.isEmpty() || path.equals(from) || path.startsWith(from + "/");
                String to = below ? copy.destination(tree.kind(from) != Tree.Kind.FILE) : "";
                if (to == null) {
                    return null;
                }
                if (below) {
                    String rest = path.substring(from.isEmpty() ? 0 : Math.min(from.length() + 1, path.length()));
                    places.put(rest.isEmpty() ? to : to.equals("/") ? "/" + rest : to + "/" + rest, copy);
                }
            }
        }
        return places;
    }

    /// Whether a copy by a pattern may take a path, or a directory above it.
    private static boolean mayTake(ContextCopy copy, String context, String path) {
        boolean inside = context.isEmpty() || path.startsWith(context + "/");
        IgnoreFile pattern = IgnoreFile.read(Source.of("", copy.path()));
        return !inside || pattern.ignores(path.substring(context.isEmpty() ? 0 : context.length() + 1));
    }
}
