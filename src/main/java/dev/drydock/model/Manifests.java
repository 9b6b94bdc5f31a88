package dev.drydock.model;

import dev.drydock.source.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// The files in which projects list what they depend on.
public final class Manifests {

    private Manifests() {}

    /// Whether the manifest beside a file is there and lists no dependencies for development.
    ///
    /// @param manager the name of the package manager that reads it
    public static boolean listNone(Tree tree, String beside, String manager) {
        return switch (manager) {
            case "npm", "yarn", "pnpm", "bun" -> lacks(tree, beside, "package.json", "\"devDependencies\"");
            case "composer" -> lacks(tree, beside, "composer.json", "\"require-dev\"");
            case "poetry", "uv" -> lacks(tree, beside, "pyproject.toml", "dev");
            case "bundle" -> lacks(tree, beside, "Gemfile", ":development") && lacks(tree, beside, "Gemfile", ":test");
            case String _ -> false;
        };
    }

    private static boolean lacks(Tree tree, String beside, String name, String mark) {
        String directory = Tree.directory(beside);
        String path = directory.isEmpty() ? name : directory + "/" + name;
        if (tree.kind(path) != Tree.Kind.FILE) {
            return false;
        }
        try {
            return !new String(tree.read(path), StandardCharsets.UTF_8).contains(mark);
        } catch (IOException _) {
            // A file that cannot be read says nothing.
            return false;
        }
    }
}
