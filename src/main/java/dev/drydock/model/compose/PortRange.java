package dev.drydock.model.compose;

import org.jspecify.annotations.Nullable;

/// A port, or a range of ports as in `3000-3005`.
public record PortRange(int first, int last) {

    /// Reads a port or a range; null where it is neither, is none between 0 and 65535, or ends before it starts.
    public static @Nullable PortRange of(String text) {
        int dash = text.indexOf('-');
        int first = port(dash < 0 ? text : text.substring(0, dash));
        int last = dash < 0 ? first : port(text.substring(dash + 1));
        return first < 0 || last < first ? null : new PortRange(first, last);
    }

    private static int port(String text) {
        if (text.isEmpty() || text.length() > 5) {
            return -1;
        }
        int port = 0;
        for (int i = 0; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            port = port * 10 + (digit - '0');
        }
        return port <= 65_535 ? port : -1;
    }

    /// How many ports there are in it.
    public int count() {
        return last - first + 1;
    }
}
