package dev.drydock.model.compose;

import dev.drydock.model.data.DataTable;
import dev.drydock.source.Source;
import dev.drydock.source.Tree;
import dev.drydock.syntax.compose.DotEnv;
import dev.drydock.syntax.compose.Environment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The Compose files of a project.
///
/// @param files each file, sorted by path
/// @param families the files, directory by directory
/// @param variants what one may run of them
public record ComposeProject(List<ComposeFile> files, List<ComposeFamily> families, List<Variant> variants) {

    public ComposeProject {
        files = List.copyOf(files);
        families = List.copyOf(families);
        variants = List.copyOf(variants);
    }

    /// Ties files together.
    ///
    /// @param tree where files that `extends` names are read from
    public static ComposeProject of(Tree tree, List<ComposeFile> files) {
        var byPath = new TreeMap<String, ComposeFile>();
        var byDirectory = new TreeMap<String, List<ComposeFile>>();
        for (ComposeFile file : files) {
            byPath.put(file.source().path(), file);
        }
        for (ComposeFile file : byPath.values()) {
            byDirectory
                    .computeIfAbsent(file.directory(), _ -> new ArrayList<>())
                    .add(file);
        }
        var all = new ComposeFiles(tree);
        byPath.values().forEach(all::add);
        var families = new ArrayList<ComposeFamily>();
        var variants = new ArrayList<Variant>();
        for (Map.Entry<String, List<ComposeFile>> directory : byDirectory.entrySet()) {
            ComposeFamily family = ComposeFamily.of(directory.getKey(), directory.getValue());
            families.add(family);
            ComposeFile base = family.base();
            if (base != null) {
                variants.add(variant(all, List.of(base)));
                for (ComposeFile overlay : family.overlays()) {
                    variants.add(variant(all, List.of(base, overlay)));
                }
            }
            for (ComposeFile other : family.others()) {
                variants.add(variant(all, List.of(other)));
            }
        }
        return new ComposeProject(List.copyOf(byPath.values()), families, variants);
    }

    /// The files that Compose takes in a directory when nobody names one: those of `COMPOSE_FILE` in `.env`, or the
    /// first of its own names with the first override; none where there is no such file.
    public static List<String> defaults(Tree tree, String directory) {
        String prefix = directory.isEmpty() ? "" : directory + "/";
        Map<String, String> environment = environment(tree, directory);
        String named = environment.get("COMPOSE_FILE");
        var paths = new ArrayList<String>();
        if (named != null) {
            String separator = environment.getOrDefault("COMPOSE_PATH_SEPARATOR", ":");
            for (String path : DataTable.split(named, separator.isEmpty() ? ':' : separator.charAt(0))) {
                String resolved = Tree.resolve(directory, path);
                if (resolved != null) {
                    paths.add(resolved);
                }
            }
            return paths;
        }
        if (first(tree, prefix, ComposeFamily.BASES, paths)) {
            first(tree, prefix, ComposeFamily.OVERRIDES, paths);
        }
        return paths;
    }

    private static boolean first(Tree tree, String prefix, List<String> names, List<String> paths) {
        for (String name : names) {
            if (tree.kind(prefix + name) == Tree.Kind.FILE) {
                paths.add(prefix + name);
                return true;
            }
        }
        return false;
    }

    /// The variables of the `.env` file in a directory; none where there is no such file.
    public static Map<String, String> environment(Tree tree, String directory) {
        return environmentFile(tree, directory.isEmpty() ? ".env" : directory + "/.env");
    }

    /// The variables of an environment file; none where there is no such file.
    public static Map<String, String> environmentFile(Tree tree, String path) {
        if (tree.kind(path) != Tree.Kind.FILE) {
            return Map.of();
        }
        try {
            return DotEnv.read(Source.of(path, tree.read(path)), Environment.UNKNOWN)
                    .known();
        } catch (IOException _) {
            // As good as absent: every variable stays unknown.
            return Map.of();
        }
    }

    /// The family that a file belongs to.
    public @Nullable ComposeFamily family(ComposeFile file) {
        for (ComposeFamily family : families) {
            if (family.directory().equals(file.directory())) {
                return family;
            }
        }
        return null;
    }

    /// The service that a service of an overlay is laid over; null for a service of any other file.
    public @Nullable Service base(ComposeFile file, String service) {
        ComposeFamily family = family(file);
        if (family == null || family.base() == null || !family.overlays().contains(file)) {
            return null;
        }
        return family.base().service(service);
    }

    private static Variant variant(ComposeFiles all, List<ComposeFile> files) {
        return new Variant(files, files.getLast().role(), Loader.load(all, files));
    }
}
