package dev.drydock.engine;

import dev.drydock.config.Settings;
import dev.drydock.model.compose.ComposeProject;
import dev.drydock.rule.Outcome.Fault;
import dev.drydock.source.Limits;
import dev.drydock.source.Tree;
import dev.drydock.syntax.ignore.GitIgnore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds the files of a project.
///
/// The project is the Git repository that the arguments lie in, or else the directory that is named. All of it is
/// looked through, because files are judged together; only what the arguments name is reported.
public final class Discovery {

    /// What was found.
    ///
    /// @param root the project's directory on disk
    /// @param faults arguments that name nothing
    public record Found(Path root, Project project, List<Fault> faults) {
        public Found {
            faults = List.copyOf(faults);
        }
    }

    /// What the configuration says of what to find.
    ///
    /// @param excluded the paths that are passed over unless they are named themselves
    /// @param composeFiles Compose files whose names may not show that they are
    /// @param limits how much is taken in
    public record Choice(Predicate<String> excluded, List<String> composeFiles, Limits limits) {

        /// A choice within the limits that hold where nobody says otherwise.
        public Choice(Predicate<String> excluded, List<String> composeFiles) {
            this(excluded, composeFiles, Limits.DEFAULT);
        }

        /// What the settings of a run say, and Compose files besides those that they name.
        public static Choice of(Settings settings, List<String> further) {
            var files = new ArrayList<>(further);
            settings.composeSets().forEach(files::addAll);
            return new Choice(settings::excluded, files, settings.limits());
        }

        public Choice {
            composeFiles = List.copyOf(composeFiles);
        }
    }

    /// Directories that hold other people's files, or none that anybody writes.
    private static final Set<String> SKIPPED =
            Set.of(".git", ".hg", ".svn", "node_modules", ".venv", ".tox", ".terraform", ".github");

    /// How far a directory is looked through that is no repository and of which only a file was named.
    private static final int NEAR = 2;

    private final Tree tree;
    private final Predicate<String> excluded;
    private final Set<String> dockerfiles = new TreeSet<>();
    private final Set<String> composeFiles = new TreeSet<>();
    private final Set<String> reported = new HashSet<>();
    /// Compose files that the configuration or a `.env` names.
    private final Set<String> arranged = new TreeSet<>();
    /// Directories all of which is reported.
    private final List<String> whole = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    private Discovery(Tree tree, Predicate<String> excluded) {
        this.tree = tree;
        this.excluded = excluded;
    }

    /// Finds what the arguments name.
    ///
    /// @param arguments files and directories
    /// @param choice what the configuration says, given the project's directory
    /// @throws IOException where the project's directory cannot be read
    public static Found find(List<Path> arguments, Function<Path, Choice> choice) throws IOException {
        var faults = new ArrayList<Fault>();
        var existing = new ArrayList<Path>();
        Path root = null;
        boolean repository = true;
        boolean onlyFiles = true;
        // Many files that are named lie in the same few directories.
        Map<Path, Optional<Path>> repositories = new HashMap<>();
        for (Path argument : arguments) {
            if (!Files.exists(argument)) {
                faults.add(new Fault(Fault.Kind.INPUT, argument.toString(), "no such file or directory"));
                continue;
            }
            boolean isDirectory = Files.isDirectory(argument);
            Path real = isDirectory ? argument.toRealPath() : realFile(argument);
            existing.add(real);
            onlyFiles &= !isDirectory;
            Path directory = isDirectory ? real : parent(real);
            Path own = repositories
                    .computeIfAbsent(directory, each -> Optional.ofNullable(repository(each)))
                    .orElse(null);
            repository &= own != null;
            root = common(root, own == null ? directory : own);
        }
        if (root == null) {
            root = Path.of("").toRealPath();
            return new Found(
                    root, new Project(new DiskTree(root, Limits.DEFAULT), List.of(), List.of(), Set.of()), faults);
        }
        Choice chosen = choice.apply(root);
        var tree = new DiskTree(root, chosen.limits());
        var named = new ArrayList<String>();
        for (Path argument : existing) {
            named.add(tree.relative(argument));
        }
        int depth = repository || !onlyFiles ? Integer.MAX_VALUE : NEAR;
        return new Found(root, find(tree, named, depth, chosen), faults);
    }

    /// All that a tree has.
    public static Project find(Tree tree, Choice choice) throws IOException {
        Tree limited = tree.limits().equals(choice.limits()) ? tree : new LimitedTree(tree, choice.limits());
        return find(limited, List.of(""), Integer.MAX_VALUE, choice);
    }

    private static Project find(Tree tree, List<String> named, int depth, Choice choice) throws IOException {
        var discovery = new Discovery(tree, choice.excluded());
        discovery.arranged.addAll(choice.composeFiles());
        for (String path : named) {
            discovery.named(path);
        }
        if (!discovery.whole.contains("")) {
            discovery.walk("", depth, false);
        }
        discovery.takeArranged();
        return new Project(
                tree,
                List.copyOf(discovery.dockerfiles),
                List.copyOf(discovery.composeFiles),
                discovery.reported,
                discovery.faults);
    }

    /// A file by its own name in the real directory: a link to a file is reported as what it is called.
    private static Path realFile(Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        Path name = absolute.getFileName();
        return name == null ? absolute : parent(absolute).toRealPath().resolve(name);
    }

    /// The directory of the project that a file or directory belongs to: its Git repository, or the directory
    /// itself.
    public static Path root(Path path) {
        Path directory = Files.isDirectory(path) ? path : parent(path);
        Path repository = repository(directory);
        return repository == null ? directory : repository;
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    private static @Nullable Path repository(Path directory) {
        for (Path at = directory; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"))) {
                return at;
            }
        }
        return null;
    }

    private static Path common(@Nullable Path one, Path other) {
        if (one == null) {
            return other;
        }
        Path at = one;
        while (!other.startsWith(at)) {
            at = parent(at);
        }
        return at;
    }

    private void named(String path) throws IOException {
        if (tree.kind(path) == Tree.Kind.DIRECTORY) {
            whole.add(path);
            walk(path, Integer.MAX_VALUE, true);
            return;
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean compose = switch (FileKind.of(name)) {
            case COMPOSE, MAYBE_COMPOSE -> true;
            case DOCKERFILE -> false;
            case NONE -> name.endsWith(".yml") || name.endsWith(".yaml");
        };
        (compose ? composeFiles : dockerfiles).add(path);
        reported.add(path);
    }

    /// Looks through a directory, whether or not git would. It ends after so many entries as the limits allow:
    /// where all of it is asked for, that is a fault.
    private void walk(String start, int depth, boolean report) {
        var git = new GitIgnore(tree);
        boolean useGit = !git.ignores(start, true);
        var left = new ArrayDeque<String>();
        left.add(start);
        int bottom = depth == Integer.MAX_VALUE ? depth : level(start) + depth;
        int entries = 0;
        while (!left.isEmpty()) {
            String directory = left.remove();
            for (String name : tree.names(directory)) {
                String path = Tree.join(directory, name);
                if (++entries > tree.limits().entries()) {
                    if (report) {
                        String where = start.isEmpty() ? "the project" : start;
                        faults.add(
                                new Fault(Fault.Kind.INPUT, where, tree.limits().tooMany()));
                    }
                    return;
                }
                FileKind kind = FileKind.of(name);
                if (SKIPPED.contains(name)) {
                    continue;
                }
                Tree.Kind found = tree.kind(path);
                boolean isDirectory = found == Tree.Kind.DIRECTORY;
                if ((useGit && git.ignores(path, isDirectory)) || excluded.test(path)) {
                    continue;
                }
                if (isDirectory) {
                    if (!tree.isLink(path) && level(path) < bottom) {
                        left.add(path);
                    }
                } else if (found == Tree.Kind.FILE && name.equals(".env")) {
                    arranged.addAll(ComposeProject.composeFile(tree, directory));
                } else if (found == Tree.Kind.FILE) {
                    take(path, kind, report);
                }
            }
        }
    }

    private static int level(String path) {
        int level = path.isEmpty() ? 0 : 1;
        for (int i = 0; i < path.length(); i++) {
            level += path.charAt(i) == '/' ? 1 : 0;
        }
        return level;
    }

    private void take(String path, FileKind kind, boolean report) {
        switch (kind) {
            case DOCKERFILE -> dockerfiles.add(path);
            case COMPOSE -> composeFiles.add(path);
            case MAYBE_COMPOSE -> {
                if (!saysServices(path)) {
                    return;
                }
                composeFiles.add(path);
            }
            case NONE -> {
                return;
            }
        }
        if (report) {
            reported.add(path);
        }
    }

    private void takeArranged() {
        for (String path : arranged) {
            if (tree.kind(path) != Tree.Kind.FILE) {
                continue;
            }
            composeFiles.add(path);
            for (String directory : whole) {
                if (directory.isEmpty() || path.startsWith(directory + "/")) {
                    reported.add(path);
                }
            }
        }
    }

    private boolean saysServices(String path) {
        try {
            String text = tree.source(path).text();
            return text.startsWith("services:") || text.contains("\nservices:");
        } catch (IOException _) {
            return false;
        }
    }
}
