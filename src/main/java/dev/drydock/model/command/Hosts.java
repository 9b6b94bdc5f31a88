package dev.drydock.model.command;

/// What a URL says of the machine it leads to.
public final class Hosts {

    private Hosts() {}

    /// The host that a URL names; empty where it has none.
    public static String of(String url) {
        int start = url.indexOf("://");
        if (start < 0) {
            return "";
        }
        start += 3;
        int end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        int at = url.lastIndexOf('@', end - 1);
        int from = at >= start ? at + 1 : start;
        if (from < end && url.charAt(from) == '[') {
            int close = url.indexOf(']', from);
            return close < 0 || close > end ? "" : url.substring(from + 1, close);
        }
        int colon = url.indexOf(':', from);
        return url.substring(from, colon >= 0 && colon < end ? colon : end);
    }

    /// Whether the host certainly is one that the whole Internet has: a name with a dot that is not for local use,
    /// no address of a private network.
    public static boolean isPublic(String host) {
        int dot = host.lastIndexOf('.');
        if (dot <= 0 || host.indexOf(':') >= 0 || host.indexOf('$') >= 0) {
            return false;
        }
        if (Character.isDigit(host.charAt(host.length() - 1))) {
            return !host.startsWith("127.")
                    && !host.startsWith("10.")
                    && !host.startsWith("192.168.")
                    && !host.startsWith("169.254.")
                    && !host.startsWith("172.")
                    && !host.equals("0.0.0.0");
        }
        return switch (host.substring(dot + 1)) {
            case "local",
                    "localhost",
                    "internal",
                    "lan",
                    "intranet",
                    "corp",
                    "home",
                    "test",
                    "example",
                    "invalid",
                    "localdomain" -> false;
            case String _ -> true;
        };
    }
}
