package dev.drydock.cli;

import dev.drydock.model.contents.Entry;
import dev.drydock.model.contents.Origin;
import dev.drydock.model.contents.Region;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The files of an image in few lines: a directory that one place brought with all that is in it is one line.
final class FileOutline {

    /// More files of one place in one directory are one line.
    private static final int MOST = 8;

    /// A line.
    ///
    /// @param path of a file; of a directory with a slash at its end; with a `*` for several files in it
    /// @param files how many files it stands for
    record Line(String path, int files, Entry entry) {}

    private static final class Directory {
        private final Map<String, Directory> directories = new TreeMap<>();
        private final List<Entry> files = new ArrayList<>();
        private @Nullable Entry itself;
        private int count;
        /// The place that brought all that is in it; null where there are several.
        private @Nullable Origin only;
        private boolean mixed;
    }

    private FileOutline() {}

    /// The lines for entries that are in order of their paths. A directory that is only there for what is not known
    /// in it has none.
    static List<Line> of(List<Entry> entries, List<Region> unknown) {
        Set<String> around = new HashSet<>();
        for (Region region : unknown) {
            for (int slash = region.path().indexOf('/', 1);
                    slash > 0;
                    slash = region.path().indexOf('/', slash + 1)) {
                around.add(region.path().substring(0, slash));
            }
        }
        var root = new Directory();
        for (Entry entry : entries) {
            if (entry.kind() != Entry.Kind.DIRECTORY || !around.contains(entry.path())) {
                add(root, entry);
            }
        }
        var lines = new ArrayList<Line>();
        count(root);
        write(root, "/", lines);
        return lines;
    }

    private static void add(Directory root, Entry entry) {
        Directory at = root;
        String path = entry.path();
        for (int start = 1; ; ) {
            int slash = path.indexOf('/', start);
            if (slash < 0) {
                if (entry.kind() == Entry.Kind.DIRECTORY) {
                    at.directories.computeIfAbsent(path.substring(start), _ -> new Directory()).itself = entry;
                } else {
                    at.files.add(entry);
                }
                return;
            }
            at = at.directories.computeIfAbsent(path.substring(start, slash), _ -> new Directory());
            start = slash + 1;
        }
    }

    private static void count(Directory directory) {
        for (Entry file : directory.files) {
            directory.count++;
            meet(directory, file.origin());
        }
        for (Directory below : directory.directories.values()) {
            count(below);
            directory.count += below.count;
            directory.mixed |= below.mixed;
            if (below.only != null) {
                meet(directory, below.only);
            } else if (below.itself != null) {
                meet(directory, below.itself.origin());
            }
        }
    }

    private static void meet(Directory directory, Origin origin) {
        if (directory.only == null) {
            directory.only = origin;
        } else {
            directory.mixed |= !isSame(directory.only, origin);
        }
    }

    /// Whether the same words brought both, on the same way.
    private static boolean isSame(Origin one, Origin other) {
        Origin left = one;
        Origin right = other;
        while (left != null && right != null) {
            if (!left.place().equals(right.place())) {
                return false;
            }
            left = left.before();
            right = right.before();
        }
        return left == null && right == null;
    }

    private static void write(Directory directory, String path, List<Line> lines) {
        Map<String, List<Entry>> byPlace = new LinkedHashMap<>();
        for (Entry file : directory.files) {
            byPlace.computeIfAbsent(file.origin().place().toString(), _ -> new ArrayList<>())
                    .add(file);
        }
        for (List<Entry> files : byPlace.values()) {
            if (files.size() > MOST) {
                lines.add(new Line(path + "*", files.size(), files.getFirst()));
            } else {
                files.forEach(file -> lines.add(new Line(file.path(), 1, file)));
            }
        }
        for (Map.Entry<String, Directory> each : directory.directories.entrySet()) {
            Directory below = each.getValue();
            String name = path + each.getKey() + "/";
            Entry itself = below.itself;
            boolean alone = itself != null
                    && !below.mixed
                    && below.count != 1
                    && (below.only == null || isSame(below.only, itself.origin()) || below.count > 1);
            if (alone && itself != null) {
                Entry first = below.files.isEmpty() ? itself : below.files.getFirst();
                lines.add(new Line(name, below.count, below.only == null ? itself : first));
            } else {
                write(below, name, lines);
            }
        }
    }
}
