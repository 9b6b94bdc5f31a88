package dev.drydock.model;

import dev.drydock.model.compose.ComposeFile;
import dev.drydock.model.compose.ComposeProject;
import dev.drydock.model.compose.Variant;
import dev.drydock.source.Place;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.source.Tree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of a CI file that has Compose build images.
///
/// @param text the line
public record CiBuild(Place place, String text) {

    private static final String WORKFLOWS = ".github/workflows";

    /// Words of files that bring a build cache themselves.
    private static final List<String> CACHES = List.of("cache-from", "cache_from", "cache-to", "cache_to", "type=gha");

    /// Those of a project; none where its CI brings a cache.
    public static List<CiBuild> of(Tree tree) {
        var paths = new ArrayList<String>();
        for (String name : tree.names(WORKFLOWS)) {
            if (name.endsWith(".yml") || name.endsWith(".yaml")) {
                paths.add(WORKFLOWS + "/" + name);
            }
        }
        paths.add(".gitlab-ci.yml");
        var builds = new ArrayList<CiBuild>();
        for (String path : paths) {
            Source source = read(tree, path);
            if (source != null) {
                if (mentions(source.text(), CACHES)) {
                    return List.of();
                }
                lines(source, builds);
            }
        }
        return builds;
    }

    private static @Nullable Source read(Tree tree, String path) {
        if (tree.kind(path) != Tree.Kind.FILE) {
            return null;
        }
        try {
            return tree.source(path);
        } catch (IOException _) {
            return null;
        }
    }

    private static void lines(Source source, List<CiBuild> builds) {
        String text = source.text();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, end);
            String bare = line.strip();
            boolean compose = bare.contains("docker compose ") || bare.contains("docker-compose ");
            if (compose && !bare.startsWith("#") && !bare.startsWith("name:") && builds(bare)) {
                int from = start + line.indexOf(bare);
                builds.add(new CiBuild(new Place(source, new Span(from, from + bare.length())), bare));
            }
            start = end + 1;
        }
    }

    private static boolean builds(String line) {
        return (line + " ").contains(" build ") || (line + " ").contains(" --build ");
    }

    private static boolean mentions(String text, List<String> words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /// Whether it builds a way to run the project: with the files that it names, or those that Compose takes by
    /// itself.
    public boolean builds(Tree tree, Variant variant) {
        ComposeFile last = variant.files().getLast();
        String path = last.source().path();
        if (text.contains(" -f") || text.contains(" --file")) {
            return (text + " ").contains(path + " ");
        }
        return ComposeProject.defaults(tree, "").contains(path);
    }
}
