package dev.drydock.model.context;

import dev.drydock.source.Tree;
import dev.drydock.syntax.ignore.IgnoreFile;
import dev.drydock.syntax.ignore.IgnorePattern;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The files that a build may copy from. Paths are relative to the context.
public final class BuildContext {

    /// Beyond this many entries, a listing stops: no rule needs more to say what it has to say.
    private static final int MAX_ENTRIES = 20_000;

    /// How often a listing may ask a pattern of the ignore file: where there are very many, it stops earlier.
    private static final int MAX_MATCHES = 4_000_000;

    private final Tree tree;
    private final String directory;
    private final @Nullable IgnoreFile ignoreFile;

    private BuildContext(Tree tree, String directory, @Nullable IgnoreFile ignoreFile) {
        this.tree = tree;
        this.directory = directory;
        this.ignoreFile = ignoreFile;
    }

    /// The context that a build of `dockerfile` in `directory` has: `<dockerfile>.dockerignore` is its ignore file,
    /// or else the `.dockerignore` of the directory.
    public static BuildContext of(Tree tree, String directory, @Nullable String dockerfile) {
        IgnoreFile own = dockerfile == null ? null : read(tree, dockerfile + ".dockerignore");
        IgnoreFile ignoreFile = own == null ? read(tree, Tree.join(directory, ".dockerignore")) : own;
        return new BuildContext(tree, directory, ignoreFile);
    }

    private static @Nullable IgnoreFile read(Tree tree, String path) {
        if (tree.kind(path) != Tree.Kind.FILE) {
            return null;
        }
        try {
            return IgnoreFile.read(tree.source(path));
        } catch (IOException _) {
            return null;
        }
    }

    /// Whether a Dockerfile that makes these copies may be meant to be built in its own directory: builds in a
    /// directory above it are as common, and leave no trace.
    public static boolean isPlausible(Tree tree, String directory, List<ContextCopy> copies) {
        if (directory.isEmpty() || tree.kind(Tree.join(directory, ".dockerignore")) == Tree.Kind.FILE) {
            return true;
        }
        for (String above = directory; !above.isEmpty(); ) {
            above = Tree.directory(above);
            if (tree.kind(Tree.join(above, ".dockerignore")) == Tree.Kind.FILE) {
                return false;
            }
        }
        for (ContextCopy copy : copies) {
            boolean named = !copy.isPattern() && !copy.path().equals(".");
            if (named && tree.kind(Tree.join(directory, copy.path())) == Tree.Kind.MISSING) {
                return false;
            }
        }
        return true;
    }

    /// The directory in the project; the root is `""`.
    public String directory() {
        return directory;
    }

    public @Nullable IgnoreFile ignoreFile() {
        return ignoreFile;
    }

    /// Whether a path is left out, and by which line.
    public IgnoreFile.Decision decide(String path) {
        // A `*` is for everything in the context, not for the context.
        return ignoreFile == null || path.equals(".") ? new IgnoreFile.Decision(false, null) : ignoreFile.decide(path);
    }

    /// What stands at a path in the directory, ignored or not.
    public Tree.Kind kind(String path) {
        return tree.kind(at(path));
    }

    /// Whether a path in the directory is itself a symbolic link.
    public boolean isLink(String path) {
        return tree.isLink(at(path));
    }

    /// Whether a path in the directory is a symbolic link, or lies behind one.
    public boolean isLinked(String path) {
        for (String each = path; !each.isEmpty(); each = Tree.directory(each)) {
            if (isLink(each)) {
                return true;
            }
        }
        return false;
    }

    /// The names in a directory, whether they are left out or not.
    public List<String> allNames(String path) {
        return tree.names(at(path));
    }

    /// The names in a directory of the context that are not left out, with a `/` behind those of directories.
    public List<String> names(String path) {
        var names = new ArrayList<String>();
        int left = most();
        for (String name : tree.names(at(path))) {
            if (--left < 0) {
                return names;
            }
            String full = Tree.join(inside(path), name);
            boolean isDirectory = kind(full) == Tree.Kind.DIRECTORY;
            if (!decide(full).ignored()) {
                names.add(isDirectory ? name + "/" : name);
            }
        }
        return names;
    }

    /// Every file that is sent, in order of its directory; none of what lies in `.git` and `node_modules`, which
    /// are many and whose names say enough.
    public List<String> files() {
        var files = new ArrayList<String>();
        var left = new ArrayDeque<String>();
        left.add("");
        int seen = 0;
        while (!left.isEmpty()) {
            String next = left.remove();
            for (String name : tree.names(Tree.join(directory, next))) {
                String path = Tree.join(next, name);
                if (++seen > most()) {
                    return files;
                }
                boolean ignored = decide(path).ignored();
                Tree.Kind kind = kind(path);
                if (kind != Tree.Kind.DIRECTORY) {
                    if (!ignored && kind == Tree.Kind.FILE) {
                        files.add(path);
                    }
                } else if (!name.equals(".git") && !name.equals("node_modules") && (!ignored || mayReturn())) {
                    left.add(path);
                }
            }
        }
        return files;
    }

    /// Every file and directory in it, ignored or not, none of what lies in `.git` and `node_modules`; null where
    /// they are too many to look at.
    public @Nullable List<String> entries() {
        var entries = new ArrayList<String>();
        var left = new ArrayDeque<String>();
        left.add("");
        while (!left.isEmpty()) {
            String next = left.remove();
            for (String name : tree.names(Tree.join(directory, next))) {
                String path = Tree.join(next, name);
                if (entries.size() == most()) {
                    return null;
                }
                entries.add(path);
                if (kind(path) == Tree.Kind.DIRECTORY && !name.equals(".git") && !name.equals("node_modules")) {
                    left.add(path);
                }
            }
        }
        return entries;
    }

    /// Whether something that is sent may lie below an ignored path, or match an ignored pattern: where the ignore
    /// file has an exception for it.
    public boolean mayHold(String path, boolean isPattern) {
        if (ignoreFile == null) {
            return true;
        }
        for (IgnorePattern pattern : ignoreFile.patterns()) {
            if (pattern.exception() && (isPattern || pattern.mayBeBelow(path))) {
                return true;
            }
        }
        return false;
    }

    /// Whether there is more in it than what describes the build.
    public boolean hasSources(String dockerfile) {
        for (String name : tree.names(directory)) {
            String path = Tree.join(directory, name);
            boolean describes = path.equals(dockerfile)
                    || name.startsWith(".")
                    || name.contains("ocker")
                    || name.contains("compose");
            if (!describes) {
                return true;
            }
        }
        return false;
    }

    private int most() {
        int patterns = ignoreFile == null ? 0 : ignoreFile.patterns().size();
        return Math.min(MAX_ENTRIES, MAX_MATCHES / Math.max(1, patterns));
    }

    private boolean mayReturn() {
        return ignoreFile != null && ignoreFile.hasExceptions();
    }

    /// Where a path in the directory lies in the tree.
    private String at(String path) {
        return Tree.join(directory, inside(path));
    }

    /// As Docker has it, `.` is the directory, and a path that leaves it starts there again.
    private static String inside(String path) {
        return path.startsWith(".") ? IgnoreFile.clean("/" + path).substring(1) : path;
    }
}
