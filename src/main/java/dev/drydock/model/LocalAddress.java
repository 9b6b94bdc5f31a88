package dev.drydock.model;

import java.util.List;

/// Addresses by which a container asks itself.
final class LocalAddress {

    private LocalAddress() {}

    private static final List<String> HOSTS = List.of("localhost", "127.0.0.1", "0.0.0.0", "[::1]");

    /// Whether a text is the name of the container itself.
    static boolean isHost(String text) {
        return HOSTS.contains(text);
    }

    /// The port in the one local address of a text, that of the scheme where a URL names none; 0 where there is no
    /// such address.
    static int port(String text) {
        for (String host : HOSTS) {
            int at = text.indexOf(host);
            if (at < 0) {
                continue;
            }
            int end = at + host.length();
            if (end < text.length() && text.charAt(end) == ':') {
                return number(text, end + 1);
            }
            boolean ends = end == text.length() || text.charAt(end) == '/';
            return !ends ? 0 : text.startsWith("http://", at - 7) ? 80 : text.startsWith("https://", at - 8) ? 443 : 0;
        }
        return 0;
    }

    private static int number(String text, int start) {
        int number = 0;
        int end = start;
        while (end < text.length() && end < start + 5 && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            number = number * 10 + (text.charAt(end) - '0');
            end++;
        }
        return number;
    }
}
