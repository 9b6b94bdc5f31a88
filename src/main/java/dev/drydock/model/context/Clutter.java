package dev.drydock.model.context;

import dev.drydock.model.data.DataTable;
import dev.drydock.source.Tree;
import dev.drydock.syntax.ignore.GitIgnore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that a context sends and that has no place in an image.
///
/// @param path relative to the context
/// @param exists false where it is only expected: git ignores it, and what makes it is there
public record Clutter(String path, boolean exists) {

    /// How far directories are looked into.
    private static final int DEPTH = 3;

    /// A row of the table.
    private record Sort(String name, boolean directory, List<String> makers, String when) {
        boolean is(String other) {
            return name.endsWith("*") ? other.startsWith(name.substring(0, name.length() - 1)) : other.equals(name);
        }
    }

    /// What the context sends of it, in order.
    public static List<Clutter> of(Tree tree, BuildContext context) {
        var sorts = new ArrayList<Sort>();
        for (String[] row : DataTable.rows("context-clutter.tsv")) {
            List<String> makers = row[2].equals("-") ? List.of() : DataTable.split(row[2], ',');
            sorts.add(new Sort(row[0], row[1].equals("dir"), makers, row[3]));
        }
        var git = new GitIgnore(tree);
        var found = new ArrayList<Clutter>();
        var left = new ArrayDeque<String>();
        left.add("");
        while (!left.isEmpty()) {
            String directory = left.remove();
            List<String> names = context.names(directory);
            var here = new ArrayList<Clutter>();
            for (Sort sort : sorts) {
                add(sort, directory, names, context, git, here);
            }
            found.addAll(here);
            for (String name : names) {
                if (name.endsWith("/") && !name.startsWith(".") && level(directory) + 1 < DEPTH) {
                    String path = Tree.join(directory, name.substring(0, name.length() - 1));
                    if (!has(here, path)) {
                        left.add(path);
                    }
                }
            }
        }
        return found;
    }

    private static void add(
            Sort sort, String directory, List<String> names, BuildContext context, GitIgnore git, List<Clutter> found) {
        if (!isBeside(sort.makers(), names)) {
            return;
        }
        boolean seen = false;
        for (String name : names) {
            boolean isDirectory = name.endsWith("/");
            String bare = isDirectory ? name.substring(0, name.length() - 1) : name;
            if (isDirectory == sort.directory() && sort.is(bare)) {
                seen = true;
                String path = Tree.join(directory, bare);
                // A `.env` below the top that Git keeps is an example, or settings of a test.
                boolean onlyIgnored = sort.when().equals("both") || (!directory.isEmpty() && bare.startsWith(".env"));
                if (!onlyIgnored || git.ignores(Tree.join(context.directory(), path), isDirectory)) {
                    found.add(new Clutter(path, true));
                }
            }
        }
        String path = Tree.join(directory, sort.name());
        boolean expected = !seen
                && sort.when().equals("ignored")
                && (directory.isEmpty() || !sort.name().equals(".env"))
                && git.ignores(Tree.join(context.directory(), path), sort.directory())
                && !context.decide(path).ignored();
        if (expected) {
            found.add(new Clutter(path, false));
        }
    }

    /// Whether the directory has one of the files, where some are wanted, and none of those with a `!`.
    private static boolean isBeside(List<String> makers, List<String> names) {
        boolean found = false;
        boolean wanted = false;
        for (String maker : makers) {
            if (maker.startsWith("!")) {
                if (names.contains(maker.substring(1))) {
                    return false;
                }
            } else {
                wanted = true;
                found |= names.contains(maker);
            }
        }
        return found || !wanted;
    }

    private static boolean has(List<Clutter> found, @Nullable String path) {
        for (Clutter clutter : found) {
            if (clutter.path().equals(path)) {
                return true;
            }
        }
        return false;
    }

    private static int level(String path) {
        int level = path.isEmpty() ? 0 : 1;
        for (int i = 0; i < path.length(); i++) {
            level += path.charAt(i) == '/' ? 1 : 0;
        }
        return level;
    }
}
