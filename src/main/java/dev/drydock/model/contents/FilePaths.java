package dev.drydock.model.contents;

/// Absolute paths of a filesystem, clean and without a slash at their end; the root is `/`.
final class FilePaths {

    private FilePaths() {}

    /// Whether a path is `directory` or lies below it.
    static boolean isWithin(String path, String directory) {
        return directory.equals("/") || path.equals(directory) || path.startsWith(directory + "/");
    }

    /// The path of `relative`, which starts with no slash, below a directory.
    static String below(String directory, String relative) {
        return relative.isEmpty() ? directory : directory.equals("/") ? "/" + relative : directory + "/" + relative;
    }

    /// What remains of a path below a directory: without a slash at its start, empty for the directory itself.
    static String relative(String path, String directory) {
        return directory.equals("/")
                ? path.substring(1)
                : path.substring(Math.min(path.length(), directory.length() + 1));
    }

    /// The directory that holds a path; that of the root is the root.
    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    /// The last name of a path, empty for the root.
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
