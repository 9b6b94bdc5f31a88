package dev.drydock.model.build;

import dev.drydock.source.Text;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;

/// What can be told from a path of `COPY`, `ADD` or `WORKDIR` by its text alone.
public final class Paths {

    private Paths() {}

    /// No system takes a longer path.
    private static final int LONGEST = 4096;

    private static final List<String> REMOTE = List.of("http://", "https://", "ftp://", "git://", "ssh://", "git@");

    /// What `ADD` unpacks, by suffix; Docker itself looks at the content.
    private static final List<String> ARCHIVES = List.of(
            ".tar", ".gz", ".tgz", ".bz2", ".tbz", ".tbz2", ".tb2", ".xz", ".txz", ".zst", ".tzst", ".lzma", ".tlz",
            ".lz", ".z", ".tz", ".tpz");

    /// Whether the path starts at a root, of Linux or of Windows.
    public static boolean isAbsolute(String path) {
        return path.startsWith("/")
                || path.startsWith("\\")
                || (path.length() > 1 && path.charAt(1) == ':' && Character.isLetter(path.charAt(0)));
    }

    /// `path` as seen from `directory`, with `.` and `..` worked out and no slash at the end.
    public static String join(String directory, String path) {
        String whole = path.startsWith("/") ? path : directory + "/" + path;
        var parts = new ArrayDeque<String>();
        int start = 0;
        for (int end = 0; end <= whole.length(); end++) {
            if (end < whole.length() && whole.charAt(end) != '/') {
                continue;
            }
            String part = whole.substring(start, end);
            start = end + 1;
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return "/" + String.join("/", parts);
    }

    /// `path` as a step in `directory` takes it.
    static Text from(Text directory, Text path) {
        if (!(path instanceof Text.Known(String next)) || isAbsolute(next)) {
            return path;
        }
        if (!(directory instanceof Text.Known(String start))) {
            return directory;
        }
        // A file of many lines makes it longer with each.
        return start.length() + next.length() < LONGEST
                ? Text.of((start.endsWith("/") ? start : start + "/") + next)
                : Text.unknown();
    }

    /// The last name of a path, slashes at its end left out.
    public static String lastName(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }

    /// Whether an `ADD` source is fetched from elsewhere.
    public static boolean isRemote(String path) {
        for (String scheme : REMOTE) {
            if (path.startsWith(scheme)) {
                return true;
            }
        }
        return path.startsWith("github.com/");
    }

    /// Whether `ADD` may unpack it: a file name of an archive, or a pattern that may match one.
    public static boolean mayBeArchive(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        for (String suffix : ARCHIVES) {
            if (lower.endsWith(suffix)) {
                return true;
            }
        }
        String name = lower.substring(lower.lastIndexOf('/') + 1);
        int star = Math.max(name.lastIndexOf('*'), Math.max(name.lastIndexOf('?'), name.lastIndexOf(']')));
        return star >= 0 && name.indexOf('.', star) < 0;
    }
}
