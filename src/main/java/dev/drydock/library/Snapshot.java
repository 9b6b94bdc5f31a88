package dev.drydock.library;

import dev.drydock.source.MemoryTree;
import dev.drydock.source.Tree;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The files of one project, and how it is to be checked. Paths are relative to the project, with `/` between their
/// parts. A file whose content does not matter, such as a source that a Dockerfile copies, may be there empty: that
/// it exists is what counts.
///
/// A `drydock.yaml` at its top is its configuration.
public final class Snapshot {

    private final Tree tree;
    private final @Nullable String profile;

    private Snapshot(Tree tree, @Nullable String profile) {
        this.tree = tree;
        this.profile = profile;
    }

    /// A project of these files.
    ///
    /// @param files contents by path
    public static Snapshot of(Map<String, byte[]> files) {
        var clean = new TreeMap<String, byte[]>();
        files.forEach((path, bytes) -> {
            String resolved = Tree.resolve("", path);
            if (resolved == null || resolved.isEmpty()) {
                throw new IllegalArgumentException(path + " is no path in a project");
            }
            clean.put(resolved, bytes);
        });
        return new Snapshot(MemoryTree.ofBytes(clean), null);
    }

    /// A project that lies in a tree of any kind.
    public static Snapshot of(Tree tree) {
        return new Snapshot(tree, null);
    }

    /// The same files, checked with the rules of a profile, whatever the configuration says.
    public Snapshot withProfile(String name) {
        return new Snapshot(tree, name);
    }

    Tree tree() {
        return tree;
    }

    @Nullable
    String profile() {
        return profile;
    }
}
