package dev.drydock.report;

import java.nio.file.Path;

/// The directory from which the paths in a report are seen, so that they can be opened from there.
///
/// @param prefix what leads from there to the project's root; empty or ends with `/`
/// @param inside where it lies in the project: empty, or a path that ends with `/`; then `prefix` is empty
public record Viewpoint(String prefix, String inside) {

    /// The project's root.
    public static final Viewpoint ROOT = new Viewpoint("", "");

    /// A directory's view of the project at `root`; both are real paths.
    public static Viewpoint of(Path directory, Path root) {
        return directory.startsWith(root)
                ? new Viewpoint("", slashed(root.relativize(directory)))
                : new Viewpoint(slashed(directory.relativize(root)), "");
    }

    /// A path of the project, as seen from here.
    String path(String path) {
        int common = 0;
        for (int slash = inside.indexOf('/');
                slash >= 0 && path.startsWith(inside.substring(0, slash + 1));
                slash = inside.indexOf('/', slash + 1)) {
            common = slash + 1;
        }
        var seen = new StringBuilder(prefix);
        for (int i = common; i < inside.length(); i++) {
            if (inside.charAt(i) == '/') {
                seen.append("../");
            }
        }
        return seen.append(path, common, path.length()).toString();
    }

    private static String slashed(Path relative) {
        var text = new StringBuilder();
        for (Path part : relative) {
            if (!part.toString().isEmpty()) {
                text.append(part).append('/');
            }
        }
        return text.toString();
    }
}
