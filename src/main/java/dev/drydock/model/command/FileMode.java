package dev.drydock.model.command;

/// The modes that `chmod` and `--chmod` take: `755`, `u=rwx,go+r`.
public final class FileMode {

    private FileMode() {}

    /// Whether the mode lets everybody write. A directory with the sticky bit does not: there everybody only writes
    /// what is their own.
    public static boolean isWorldWritable(String mode) {
        return isNumber(mode) ? numberIsWorldWritable(mode) : symbolsAreWorldWritable(mode);
    }

    private static boolean isNumber(String mode) {
        for (int i = 0; i < mode.length(); i++) {
            if (mode.charAt(i) < '0' || mode.charAt(i) > '7') {
                return false;
            }
        }
        return mode.length() >= 3 && mode.length() <= 5;
    }

    private static boolean numberIsWorldWritable(String mode) {
        int others = mode.charAt(mode.length() - 1) - '0';
        int special = mode.length() > 3 ? mode.charAt(mode.length() - 4) - '0' : 0;
        return (others & 2) != 0 && (special & 1) == 0;
    }

    private static boolean symbolsAreWorldWritable(String mode) {
        boolean writable = false;
        int start = 0;
        while (start < mode.length()) {
            int comma = mode.indexOf(',', start);
            int end = comma < 0 ? mode.length() : comma;
            int operator = start;
            while (operator < end && "ugoa".indexOf(mode.charAt(operator)) >= 0) {
                operator++;
            }
            if (operator == end || "+=".indexOf(mode.charAt(operator)) < 0) {
                start = end + 1;
                continue;
            }
            String who = mode.substring(start, operator);
            String what = mode.substring(operator + 1, end);
            if (what.indexOf('t') >= 0) {
                return false;
            }
            // Without a letter before it, the umask keeps `+w` from others.
            writable |= (who.indexOf('o') >= 0 || who.indexOf('a') >= 0) && what.indexOf('w') >= 0;
            start = end + 1;
        }
        return writable;
    }
}
