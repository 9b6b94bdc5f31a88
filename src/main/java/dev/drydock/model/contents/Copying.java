package dev.drydock.model.contents;

import dev.drydock.syntax.ignore.NamePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Copies files into a filesystem, as `COPY` and `cp` do.
///
/// @param into where to
/// @param from where from
/// @param origin how what is at a path of the source comes here
/// @param excluded what may be left out, by its path below what is copied
/// @param mergesDirectories whether a directory's content is copied and not the directory, as `COPY` does
record Copying(
        Filesystem into,
        CopySource from,
        BiFunction<String, @Nullable Origin, Origin> origin,
        Predicate<String> excluded,
        boolean mergesDirectories) {

    /// The paths in the source that a pattern is for; the path itself where it is none.
    static List<String> expand(CopySource from, String path) {
        if (!NamePattern.isPattern(path)) {
            return List.of(path);
        }
        List<String> found = List.of("/");
        for (int start = 1; start < path.length(); ) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            String part = path.substring(start, end);
            List<String> next = new ArrayList<>();
            for (String directory : found) {
                if (!NamePattern.isPattern(part)) {
                    next.add(FilePaths.below(directory, part));
                    continue;
                }
                NamePattern pattern = NamePattern.of(part);
                for (String name : from.names(directory)) {
                    if (pattern.matches(name)) {
                        next.add(FilePaths.below(directory, name));
                    }
                }
            }
            found = next;
            start = end + 1;
        }
        return found;
    }

    /// The directory up to which a pattern is certain.
    static String certainPart(String pattern) {
        int wild = 0;
        while (wild < pattern.length() && !NamePattern.isPattern(pattern.substring(wild, wild + 1))) {
            wild++;
        }
        int slash = pattern.lastIndexOf('/', wild);
        return slash <= 0 ? "/" : pattern.substring(0, slash);
    }

    /// Copies what a path or pattern of the source is for.
    ///
    /// @param to the destination, clean
    /// @param isDirectory whether it certainly is a directory: by a slash at its end, or several sources
    /// @return whether the way to it could be followed
    boolean copy(String path, String to, boolean isDirectory) {
        if (!NamePattern.isPattern(path)) {
            return copyOne(path, to, isDirectory);
        }
        boolean followed = true;
        for (String each : expand(from, path)) {
            followed &= copyOne(each, to, isDirectory);
        }
        List<Region> more = from.regions(certainPart(path));
        if (!more.isEmpty()) {
            followed &= openParent(to, origin.apply(path, more.getFirst().origin()));
        }
        for (Region region : more) {
            // Something that is not known may match, too.
            into.addUnknown(to, origin.apply(region.path(), region.origin()));
        }
        return followed;
    }

    private boolean copyOne(String path, String to, boolean isDirectory) {
        return switch (from.at(path)) {
            case Presence.Absent() -> true;
            case Presence.Unknown(Origin by) -> {
                Origin here = origin.apply(path, by);
                // It may hold anything; what it is put over may be replaced by it, and nothing goes.
                into.addUnknown(to, here);
                yield openParent(to, here);
            }
            case Presence.There(Entry entry) ->
                switch (entry.kind()) {
                    case FILE -> copyFile(entry, to, isDirectory);
                    case LINK -> {
                        Origin here = origin.apply(path, entry.origin());
                        into.addUnknown(to, here);
                        yield openParent(to, here);
                    }
                    case DIRECTORY -> copyDirectory(entry, to);
                };
        };
    }

    /// Makes the directory that the destination is in, as `COPY` does and `cp` does not.
    private boolean openParent(String to, Origin here) {
        return !mergesDirectories || into.put(FilePaths.parent(to), Entry.Kind.DIRECTORY, here, null);
    }

    private boolean copyFile(Entry file, String to, boolean isDirectory) {
        Origin here = origin.apply(file.path(), file.origin());
        String inside = FilePaths.below(to, FilePaths.name(file.path()));
        if (!file.isCertain()) {
            // It may have become a directory since.
            into.addUnknown(to, here);
        }
        if (!openParent(to, here)) {
            return false;
        }
        if (isDirectory || to.equals("/")) {
            return into.put(inside, Entry.Kind.FILE, here, file.doubt());
        }
        return switch (into.at(to)) {
            case Presence.There(Entry there)
            when there.isCertain() ->
                switch (there.kind()) {
                    case DIRECTORY -> into.put(inside, Entry.Kind.FILE, here, file.doubt());
                    case FILE -> into.put(to, Entry.Kind.FILE, here, file.doubt());
                    case LINK -> false;
                };
            case Presence.Absent() -> into.put(to, Entry.Kind.FILE, here, file.doubt());
            // If there is a directory, the file is in it.
            case Presence.There(Entry there) -> {
                boolean done = into.put(
                        to,
                        there.kind() == Entry.Kind.DIRECTORY ? Entry.Kind.DIRECTORY : Entry.Kind.FILE,
                        here,
                        there.doubt());
                into.disturb(to, here);
                yield done;
            }
            case Presence.Unknown(Origin by) ->
                into.put(to, Entry.Kind.FILE, here, file.isCertain() ? by : file.doubt());
        };
    }

    private boolean copyDirectory(Entry directory, String to) {
        String path = directory.path();
        Origin here = origin.apply(path, directory.origin());
        String root = to;
        if (!mergesDirectories) {
            switch (into.at(to)) {
                case Presence.There(Entry there)
                when there.isCertain() && there.kind() == Entry.Kind.DIRECTORY ->
                    root = FilePaths.below(to, FilePaths.name(path));
                case Presence.Absent() -> {
                    // It gets the name of the destination.
                }
                case Presence.There _, Presence.Unknown _ -> {
                    into.disturb(to, here);
                    return true;
                }
            }
        }
        boolean followed = into.put(root, Entry.Kind.DIRECTORY, here, directory.doubt());
        for (Entry entry : from.below(path)) {
            if (isExcluded(entry.path(), path)) {
                into.addUnknown(root, here);
            } else {
                followed &= into.put(
                        FilePaths.below(root, FilePaths.relative(entry.path(), path)),
                        entry.kind(),
                        origin.apply(entry.path(), entry.origin()),
                        entry.doubt());
            }
        }
        for (Region region : from.regions(path)) {
            into.addUnknown(
                    FilePaths.below(root, FilePaths.relative(region.path(), path)),
                    origin.apply(region.path(), region.origin()));
        }
        return followed;
    }

    private boolean isExcluded(String path, String top) {
        for (String each = path; !each.equals(top) && !each.equals("/"); each = FilePaths.parent(each)) {
            if (excluded.test(FilePaths.relative(each, top))) {
                return true;
            }
        }
        return false;
    }
}
