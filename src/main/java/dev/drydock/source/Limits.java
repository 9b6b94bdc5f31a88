package dev.drydock.source;

/// How much of a project is taken in. What lies beyond is said, not read.
///
/// @param fileSize the most bytes of a file that people write: Dockerfile, Compose file, ignore file, `.env`
/// @param entries the most files and directories that are looked through
/// @param nesting how deep collections of a Compose file may lie in each other
public record Limits(long fileSize, int entries, int nesting) {

    /// Ten times the largest file of any real project, more entries than any but a home directory has, and more
    /// levels than anything that Compose knows.
    public static final Limits DEFAULT = new Limits(2L << 20, 300_000, 200);

    /// The most that can be asked for: a text in memory, a count, and what the stack of a thread holds.
    public static final Limits MOST = new Limits(1L << 30, 100_000_000, 1000);

    /// What is wrong with a file that is too large, and the remedy.
    public String tooLarge() {
        return "is larger than " + size(fileSize) + "; take it out, or raise limits: file-size in drydock.yaml";
    }

    /// What is wrong with a project that has too many entries, and the remedy.
    public String tooMany() {
        return "has more than " + entries
                + " files and directories, and the rest is not looked through; exclude what is"
                + " not the project's own, or raise limits: entries in drydock.yaml";
    }

    private static String size(long bytes) {
        long mebibyte = 1 << 20;
        long kibibyte = 1 << 10;
        return bytes % mebibyte == 0
                ? bytes / mebibyte + " MiB"
                : bytes % kibibyte == 0 ? bytes / kibibyte + " KiB" : bytes + " bytes";
    }
}
