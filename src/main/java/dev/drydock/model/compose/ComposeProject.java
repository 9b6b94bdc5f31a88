package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.ComposeProblem;
import dev.drydock.model.compose.tree.Fragment;
import dev.drydock.model.compose.tree.Merger;
import dev.drydock.model.compose.tree.Node;
import dev.drydock.model.compose.tree.Reset;
import dev.drydock.model.data.DataTable;
import dev.drydock.source.Place;
import dev.drydock.source.Source;
import dev.drydock.source.Tree;
import dev.drydock.syntax.compose.DotEnv;
import dev.drydock.syntax.compose.Environment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The Compose files of a project: each by itself, in families, and put together in the ways in which one may run
/// them.
public final class ComposeProject {

    private final List<ComposeFile> files;
    private final List<ComposeFamily> families;
    private final List<Variant> variants;
    private final Arrangement arrangement;
    private final ComposeFiles loaded;
    private @Nullable List<Variant> wholes;
    private @Nullable List<Variant.Run> runs;
    private @Nullable List<Inconsistency> inconsistencies;

    private ComposeProject(
            List<ComposeFile> files,
            List<ComposeFamily> families,
            List<Variant> variants,
            Arrangement arrangement,
            ComposeFiles loaded) {
        this.arrangement = arrangement;
        this.loaded = loaded;
        this.files = List.copyOf(files);
        this.families = List.copyOf(families);
        this.variants = List.copyOf(variants);
    }

    /// Each file, sorted by path.
    public List<ComposeFile> files() {
        return files;
    }

    /// The files, directory by directory.
    public List<ComposeFamily> families() {
        return families;
    }

    /// What one may run of them.
    public List<Variant> variants() {
        return variants;
    }

    /// What one may run that is no part of something else: what another file includes or extends need not be whole
    /// by itself.
    public List<Variant> wholes() {
        if (wholes == null) {
            wholes = List.copyOf(findWholes());
        }
        return wholes;
    }

    private List<Variant> findWholes() {
        Set<String> parts = new HashSet<>();
        for (Variant variant : variants) {
            parts.addAll(variant.model().parts());
        }
        var found = new ArrayList<Variant>();
        for (Variant variant : variants) {
            if (!isPart(variant, parts)) {
                found.add(variant);
            }
        }
        return found;
    }

    /// Whether all its files are parts of something else; one alone may include a base and its overlay together.
    private static boolean isPart(Variant variant, Set<String> parts) {
        for (ComposeFile file : variant.files()) {
            if (!parts.contains(file.source().path())) {
                return false;
            }
        }
        return true;
    }

    /// Each service as each file writes it.
    public List<Service> written() {
        var written = new ArrayList<Service>();
        for (ComposeFile file : files) {
            written.addAll(file.services());
        }
        return written;
    }

    /// Each service in each way to run it.
    public List<Variant.Run> runs() {
        if (runs == null) {
            var all = new ArrayList<Variant.Run>();
            for (Variant variant : wholes()) {
                for (Service service : variant.services()) {
                    all.add(new Variant.Run(variant, service));
                }
            }
            runs = List.copyOf(all);
        }
        return runs;
    }

    /// What Compose refuses of a sort when it has put files together.
    public List<Inconsistency> inconsistencies(Inconsistency.Kind kind) {
        if (inconsistencies == null) {
            inconsistencies = Consistency.of(wholes());
        }
        var found = new ArrayList<Inconsistency>();
        for (Inconsistency one : inconsistencies) {
            if (one.kind() == kind) {
                found.add(one);
            }
        }
        return found;
    }

    /// The resources of a sort that no service uses in any way to run the project.
    public List<Resource> unused(Resource.Sort sort) {
        return Unused.of(wholes(), sort);
    }

    /// The resets of the last file of a variant that take nothing away from the files before it.
    public List<Reset> ineffective(Variant variant) {
        var ineffective = new ArrayList<Reset>();
        Node under = null;
        for (Fragment fragment : variant.files().getLast().fragments()) {
            for (Reset reset : fragment.resets()) {
                if (under == null) {
                    List<ComposeFile> before =
                            variant.files().subList(0, variant.files().size() - 1);
                    under = Loader.load(loaded, before).root();
                }
                if (reset.inList() || !Merger.takesAway(under, reset)) {
                    ineffective.add(reset);
                }
            }
        }
        return ineffective;
    }

    /// What of a sort Compose would not accept when it puts files together, each once.
    public List<ComposeProblem> problems(ComposeProblem.Kind kind) {
        var found = new ArrayList<ComposeProblem>();
        Set<Place> places = new HashSet<>();
        for (Variant variant : variants) {
            for (ComposeProblem problem : variant.model().problems()) {
                if (problem.kind() == kind && places.add(problem.place())) {
                    found.add(problem);
                }
            }
        }
        return found;
    }

    /// Ties files together.
    ///
    /// @param tree where files that others extend or include are read from
    /// @param arrangement what somebody says of the project
    public static ComposeProject of(Tree tree, List<ComposeFile> files, Arrangement arrangement) {
        var byPath = new TreeMap<String, ComposeFile>();
        var byDirectory = new TreeMap<String, List<ComposeFile>>();
        var all = new ComposeFiles(tree);
        for (ComposeFile file : files) {
            byPath.put(file.source().path(), file);
            all.add(file);
        }
        for (ComposeFile file : byPath.values()) {
            byDirectory
                    .computeIfAbsent(file.directory(), _ -> new ArrayList<>())
                    .add(file);
        }
        var sets = new ArrayList<>(arrangement.composeSets());
        for (Map.Entry<String, List<ComposeFile>> directory : byDirectory.entrySet()) {
            // Its files were read with the variables of its .env.
            ComposeFile any = directory.getValue().getFirst();
            List<String> named =
                    composeFile(directory.getKey(), any.environment().variables());
            if (!named.isEmpty()) {
                sets.add(named);
            }
        }
        var variants = new ArrayList<Variant>();
        Set<String> arranged = new HashSet<>();
        for (List<String> set : sets) {
            List<ComposeFile> parts = parts(all, set);
            if (!parts.isEmpty()) {
                arranged.addAll(set);
                variants.add(variant(all, parts, arrangement));
            }
        }
        var families = new ArrayList<ComposeFamily>();
        for (Map.Entry<String, List<ComposeFile>> directory : byDirectory.entrySet()) {
            ComposeFamily family = ComposeFamily.of(directory.getKey(), directory.getValue());
            families.add(family);
            for (List<ComposeFile> guessed : family.guesses()) {
                if (!arranged.contains(guessed.getLast().source().path())) {
                    variants.add(variant(all, guessed, arrangement));
                }
            }
        }
        return new ComposeProject(List.copyOf(byPath.values()), families, variants, arrangement, all);
    }

    /// A project without Compose files.
    public static ComposeProject none(Tree tree, Arrangement arrangement) {
        return new ComposeProject(List.of(), List.of(), List.of(), arrangement, new ComposeFiles(tree));
    }

    /// The files of a set; none where one of them is not there.
    private static List<ComposeFile> parts(ComposeFiles all, List<String> set) {
        String directory = Tree.directory(set.getFirst());
        Environment variables = Environment.open(environment(all.tree(), directory));
        var parts = new ArrayList<ComposeFile>();
        for (String path : set) {
            ComposeFile part = all.file(path, directory, variables);
            if (part == null) {
                return List.of();
            }
            parts.add(part);
        }
        return parts;
    }

    /// What somebody says of the project.
    public Arrangement arrangement() {
        return arrangement;
    }

    /// The files of `COMPOSE_FILE` in the `.env` of a directory; none where it says nothing.
    public static List<String> composeFile(Tree tree, String directory) {
        return composeFile(directory, environment(tree, directory));
    }

    private static List<String> composeFile(String directory, Map<String, String> environment) {
        String named = environment.get("COMPOSE_FILE");
        var paths = new ArrayList<String>();
        if (named == null) {
            return paths;
        }
        String separator = environment.getOrDefault("COMPOSE_PATH_SEPARATOR", ":");
        for (String path : DataTable.split(named, separator.isEmpty() ? ':' : separator.charAt(0))) {
            String resolved = Tree.resolve(directory, path);
            if (resolved != null) {
                paths.add(resolved);
            }
        }
        return paths;
    }

    /// The files that Compose takes in a directory when nobody names one: those of `COMPOSE_FILE` in `.env`, or the
    /// first of its own names with the first override; none where there is no such file.
    public static List<String> defaults(Tree tree, String directory) {
        String prefix = directory.isEmpty() ? "" : directory + "/";
        List<String> paths = composeFile(tree, directory);
        if (!paths.isEmpty()) {
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
        return environmentFile(tree, Tree.join(directory, ".env"));
    }

    /// The variables of an environment file; none where there is no such file.
    public static Map<String, String> environmentFile(Tree tree, String path) {
        DotEnv file = dotEnv(tree, path, false);
        return file == null ? Map.of() : file.known();
    }

    /// The variables of a file that `env_file` names; none where there is no such file.
    public static Map<String, String> environmentFile(Tree tree, EnvFile named) {
        String path = named.path().path();
        DotEnv file = path == null ? null : dotEnv(tree, path, named.raw());
        return file == null ? Map.of() : file.known();
    }

    private static @Nullable DotEnv dotEnv(Tree tree, String path, boolean raw) {
        if (tree.kind(path) != Tree.Kind.FILE) {
            return null;
        }
        try {
            Source source = tree.source(path);
            return raw ? DotEnv.raw(source, Environment.UNKNOWN) : DotEnv.read(source, Environment.UNKNOWN);
        } catch (IOException _) {
            // As good as absent: every variable stays unknown.
            return null;
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
        ComposeFile under = family == null || !family.overlays().contains(file) ? null : family.under(file);
        return under == null ? null : under.service(service);
    }

    private static Variant variant(ComposeFiles all, List<ComposeFile> files, Arrangement arrangement) {
        Role role = null;
        for (ComposeFile file : files) {
            Role said = arrangement.fileRole(file.source().path());
            role = said == null ? role : said;
        }
        return new Variant(files, role == null ? files.getLast().role() : role, Loader.load(all, files));
    }
}
