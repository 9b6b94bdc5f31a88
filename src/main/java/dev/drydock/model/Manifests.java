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

    /// Whether nothing shows that the project has dependencies for development: no manifest for a build of `file`,
    /// beside it or in its contexts, lists any. Where no manifest is there at all, nobody can tell.
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
        for (String directory : directories) {
            String path = Tree.join(directory, name);
            if (workspace.tree().kind(path) == Tree.Kind.FILE && listsSome(workspace.tree(), path, name)) {
                return false;
            }
        }
        return true;
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
