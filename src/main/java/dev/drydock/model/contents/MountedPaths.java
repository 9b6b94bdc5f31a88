package dev.drydock.model.contents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a `RUN` has mounted: what it writes there does not get into the layer.
///
/// @param known the mounts whose place is known
/// @param all whether those are all
record MountedPaths(List<Mounted> known, boolean all) {

    /// A mount.
    ///
    /// @param target where it is
    /// @param from what is in it
    /// @param source the path in that which is at the target
    /// @param means what `from` is
    record Mounted(String target, CopySource from, String source, Origin.Means means) {

        /// A path below the target, in what is mounted.
        String inside(String path) {
            return FilePaths.below(source, FilePaths.relative(path, target));
        }
    }

    MountedPaths {
        known = List.copyOf(known);
    }

    /// The mount that a path lies in, the innermost; null where it lies in none.
    @Nullable
    Mounted at(String path) {
        Mounted found = null;
        for (Mounted mounted : known) {
            boolean inner = found == null || mounted.target.length() >= found.target.length();
            if (inner && FilePaths.isWithin(path, mounted.target)) {
                found = mounted;
            }
        }
        return found;
    }

    /// Whether what is written to a path stays out of the layer.
    boolean holds(String path) {
        return at(path) != null;
    }

    /// Whether a path lies in a mount or has one in it.
    boolean touches(String path) {
        for (Mounted mounted : known) {
            if (FilePaths.isWithin(path, mounted.target) || FilePaths.isWithin(mounted.target, path)) {
                return true;
            }
        }
        return !all;
    }

    /// Notes what the mounts may leave behind: the directories that they were at.
    void leave(Filesystem into, Origin origin) {
        for (Mounted mounted : known) {
            String top = mounted.target;
            while (!top.equals("/") && into.at(FilePaths.parent(top)) instanceof Presence.Absent) {
                top = FilePaths.parent(top);
            }
            if (into.at(top) instanceof Presence.Absent) {
                into.addUnknown(top, origin);
            }
        }
        if (!all) {
            into.disturb("/", origin);
        }
    }
}
