package dev.drydock.syntax.ignore;

import dev.drydock.source.Tree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The `.gitignore` files of a tree, each read when the walk comes to its directory. Not safe to share between
/// threads.
public final class GitIgnore {

    /// No file that people write has more lines; those beyond ignore nothing, so that more is looked at, not less.
    private static final int MOST_RULES = 2000;

    private final Tree tree;
    private final Map<String, List<Rule>> rules = new HashMap<>();
    private final Map<String, Boolean> directories = new HashMap<>();

    /// A line of a `.gitignore`.
    private record Rule(Glob glob, boolean exception, boolean directoriesOnly, boolean byName) {}

    public GitIgnore(Tree tree) {
        this.tree = tree;
    }

    /// Whether git passes over a path; all that lies in an ignored directory is ignored, whatever later lines say.
    public boolean ignores(String path, boolean isDirectory) {
        if (path.isEmpty()) {
            return false;
        }
        int slash = path.lastIndexOf('/');
        if (slash >= 0 && ignoresDirectory(path.substring(0, slash))) {
            return true;
        }
        return own(path, isDirectory);
    }

    private boolean ignoresDirectory(String path) {
        Boolean known = directories.get(path);
        if (known == null) {
            known = ignores(path, true);
            directories.put(path, known);
        }
        return known;
    }

    /// What the files from the path's own directory up to the root say, the nearest first.
    private boolean own(String path, boolean isDirectory) {
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        String directory = slash < 0 ? "" : path.substring(0, slash);
        while (true) {
            String below = directory.isEmpty() ? path : path.substring(directory.length() + 1);
            List<Rule> lines = rules.get(directory);
            if (lines == null) {
                lines = read(directory);
                rules.put(directory, lines);
            }
            for (Rule rule : lines.reversed()) {
                if ((isDirectory || !rule.directoriesOnly) && rule.glob.matches(rule.byName ? name : below)) {
                    return !rule.exception;
                }
            }
            if (directory.isEmpty()) {
                return false;
            }
            directory = directory.substring(0, Math.max(directory.lastIndexOf('/'), 0));
        }
    }

    private List<Rule> read(String directory) {
        String path = Tree.join(directory, ".gitignore");
        if (tree.kind(path) != Tree.Kind.FILE) {
            return List.of();
        }
        try {
            return parse(tree.source(path).text());
        } catch (IOException _) {
            // Git cannot read it either: nothing is ignored.
            return List.of();
        }
    }

    private static List<Rule> parse(String text) {
        var rules = new ArrayList<Rule>();
        for (int start = 0; start < text.length() && rules.size() < MOST_RULES; ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, end > start && text.charAt(end - 1) == '\r' ? end - 1 : end);
            start = end + 1;
            line = withoutTrailingSpaces(line);
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            boolean exception = line.startsWith("!");
            String pattern = exception ? line.substring(1) : line;
            boolean directoriesOnly = pattern.endsWith("/");
            if (directoriesOnly) {
                pattern = pattern.substring(0, pattern.length() - 1);
            }
            boolean byName = pattern.indexOf('/') < 0;
            if (pattern.startsWith("/")) {
                pattern = pattern.substring(1);
            }
            if (!pattern.isEmpty()) {
                rules.add(new Rule(Glob.git(pattern), exception, directoriesOnly, byName));
            }
        }
        return rules;
    }

    private static String withoutTrailingSpaces(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ' && (end < 2 || line.charAt(end - 2) != '\\')) {
            end--;
        }
        return line.substring(0, end);
    }
}
