package dev.drydock.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The files of a project as the analysis may see them: a directory on disk, or a snapshot in memory.
///
/// Paths are relative to the tree's root, with `/` between their parts and no `.` or `..` parts; the root is `""`.
/// Whatever lies outside of the root is unknown. Safe to ask from several threads.
public interface Tree {

    /// What stands at a path. A symbolic link is what it points to, unless it leaves the tree or runs in a circle:
    /// then it is `OTHER`.
    enum Kind {
        FILE,
        DIRECTORY,
        OTHER,
        MISSING
    }

    Kind kind(String path);

    /// Whether a path is itself a symbolic link. A tree that does not tell has none.
    default boolean isLink(String path) {
        return false;
    }

    /// The names in a directory, sorted; empty where it cannot be read or is none.
    List<String> names(String directory);

    /// The bytes of a file.
    ///
    /// @throws IOException where it is missing or cannot be read, with a message that needs no further explanation
    byte[] read(String path) throws IOException;

    /// How much of it is taken in.
    default Limits limits() {
        return Limits.DEFAULT;
    }

    /// A file that people write, as text.
    ///
    /// @throws IOException where it cannot be read or is larger than the limits allow, with a message that needs no
    ///     further explanation
    default Source source(String path) throws IOException {
        byte[] bytes = read(path);
        if (bytes.length > limits().fileSize()) {
            throw new IOException(limits().tooLarge());
        }
        return Source.of(path, bytes);
    }

    /// The directory that holds a path; the root is `""`.
    static String directory(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /// The path of what lies in a directory; either may be `""`.
    static String join(String directory, String name) {
        return directory.isEmpty() ? name : name.isEmpty() ? directory : directory + "/" + name;
    }

    /// `relative` as seen from `directory`, with `.` and `..` worked out, or null where it leaves the tree or is
    /// absolute.
    static @Nullable String resolve(String directory, String relative) {
        if (relative.startsWith("/")) {
            return null;
        }
        var parts = new ArrayList<String>();
        for (String part : (directory + "/" + relative).split("/", -1)) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return null;
                }
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }
}
