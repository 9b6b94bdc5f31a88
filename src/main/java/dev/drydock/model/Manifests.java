package dev.drydock.model;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.context.BuildContext;
import dev.drydock.source.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/// The files in which projects list what they depend on.
public final class Manifests {

    private Manifests() {}

    /// Whether manifests for a build of `file` are there, beside it or in its contexts, and none lists dependencies
    /// for development.
    ///
    /// @param manager the name of the package manager that reads them
    public static boolean listNone(Workspace workspace, BuildFile file, String manager) {
        String name = switch (manager) {
            case "npm", "yarn", "pnpm", "bun" -> "package.json";
            case "composer" -> "composer.json";
            case "poetry", "uv" -> "pyproject.toml";
            case "bundle" -> "Gemfile";
            case String _ -> "";
        };
        if (name.isEmpty()) {
            return false;
        }
        Set<String> directories = new LinkedHashSet<>();
        directories.add(Tree.directory(file.source().path()));
        for (BuildContext context : workspace.contexts(file)) {
            directories.add(context.directory());
        }
        boolean seen = false;
        for (String directory : directories) {
            String path = directory.isEmpty() ? name : directory + "/" + name;
            if (workspace.tree().kind(path) != Tree.Kind.FILE) {
                continue;
            }
            if (listsSome(workspace.tree(), path, name)) {
                return false;
            }
            seen = true;
        }
        return seen;
    }

    private static boolean listsSome(Tree tree, String path, String name) {
        try {
            String text = new String(tree.read(path), StandardCharsets.UTF_8);
            return switch (name) {
                case "package.json" -> text.contains("\"devDependencies\"");
                case "composer.json" -> text.contains("\"require-dev\"");
                case "Gemfile" -> text.contains(":development") || text.contains(":test");
                case String _ ->
                    text.contains("dev-dependencies")
                            || text.contains("[dependency-groups]")
                            || text.contains("[tool.poetry.group.");
            };
        } catch (IOException _) {
            // A file that cannot be read says nothing.
            return true;
        }
    }
}
