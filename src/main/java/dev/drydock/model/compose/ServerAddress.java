package dev.drydock.model.compose;

import org.jspecify.annotations.Nullable;

/// Where a URL with a port says that a server is.
///
/// @param scheme without what names a driver, such as `+psycopg`
public record ServerAddress(String scheme, String host, String port) {

    /// The address in a URL; null where it names no port, or is no URL.
    public static @Nullable ServerAddress of(String text) {
        String url = text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text;
        return ofUrl(url);
    }

    private static @Nullable ServerAddress ofUrl(String text) {
        int scheme = text.indexOf("://");
        if (scheme < 1) {
            return null;
        }
        int end = scheme + 3;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String host = text.substring(Math.max(scheme + 3, text.lastIndexOf('@', end - 1) + 1), end);
        int colon = host.lastIndexOf(':');
        String before = text.substring(0, scheme);
        int plus = before.indexOf('+');
        return colon < 0
                ? null
                : new ServerAddress(
                        plus < 0 ? before : before.substring(0, plus),
                        host.substring(0, colon),
                        host.substring(colon + 1));
    }

    /// Whether it is that of whoever asks.
    public boolean isLocal() {
        return host.equals("localhost") || host.equals("127.0.0.1");
    }
}
