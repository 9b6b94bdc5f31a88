package dev.drydock.source;

import java.util.List;

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

    /// What the limits are called where somebody sets them.
    public static final List<String> NAMES = List.of("file-size", "entries", "nesting");

    /// These limits but for one.
    ///
    /// @param name one of [#NAMES]
    /// @param value a number; of `file-size` in bytes, or with a unit behind it, as in `4MiB`
    /// @throws IllegalArgumentException where the value is none that may be, with a message that says what may
    public Limits with(String name, String value) {
        return switch (name) {
            case "file-size" -> new Limits(size(value), entries, nesting);
            case "entries" -> new Limits(fileSize, (int) count(value, MOST.entries), nesting);
            case "nesting" -> new Limits(fileSize, entries, (int) count(value, MOST.nesting));
            case String _ -> throw new IllegalArgumentException(name + " is no limit");
        };
    }

    private static long size(String text) {
        int shift = text.endsWith("MiB") ? 20 : text.endsWith("KiB") ? 10 : 0;
        String digits = shift == 0 ? text : text.substring(0, text.length() - 3);
        long amount = number(digits, MOST.fileSize >> shift);
        if (amount < 1) {
            throw new IllegalArgumentException(
                    text + " is no limit here; it is a size such as 512KiB or 4MiB, at most 1024MiB");
        }
        return amount << shift;
    }

    private static long count(String text, int most) {
        long amount = number(text, most);
        if (amount < 1) {
            throw new IllegalArgumentException(text + " is no limit here; it is a number from 1 to " + most);
        }
        return amount;
    }

    /// The number that a text is, as digits alone and without zeros before it; 0 where it is none or more than
    /// `most`.
    private static long number(String text, long most) {
        long amount = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < (i == 0 ? 1 : 0) || digit > 9 || amount > most) {
                return 0;
            }
            amount = amount * 10 + digit;
        }
        return amount > most ? 0 : amount;
    }

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
