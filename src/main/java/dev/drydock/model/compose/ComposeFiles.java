package dev.drydock.model.compose;

import dev.drydock.source.Tree;
import dev.drydock.syntax.compose.Environment;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The Compose files of a tree, each read once: those of the project, and what they extend and include.
final class ComposeFiles {

    private final Tree tree;
    private final Map<String, ComposeFile> byPath = new HashMap<>();
    private final Map<Use, ComposeFile> byUse = new HashMap<>();

    /// A file as part of a project: the same file may be part of several, with other variables.
    private record Use(String path, String directory, Environment environment) {}

    ComposeFiles(Tree tree) {
        this.tree = tree;
    }

    void add(ComposeFile file) {
        byPath.put(file.source().path(), file);
    }

    Tree tree() {
        return tree;
    }

    /// The file at a path as part of a project in a directory; null where there is none.
    @Nullable
    ComposeFile file(String path, String directory, Environment environment) {
        ComposeFile known = byPath.get(path);
        if (known == null && tree.kind(path) == Tree.Kind.FILE) {
            try {
                known = ComposeFile.read(tree, path, directory, environment);
                byPath.put(path, known);
            } catch (IOException _) {
                return null;
            }
        }
        if (known == null) {
            return null;
        }
        ComposeFile read = known;
        return byUse.computeIfAbsent(new Use(path, directory, environment), _ -> read.in(directory, environment));
    }
}
