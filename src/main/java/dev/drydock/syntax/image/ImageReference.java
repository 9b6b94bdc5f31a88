package dev.drydock.syntax.image;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A reference to an image, by the grammar of the OCI distribution specification (`distribution/reference`).
///
/// @param registry the host as it is written, null where none is: Docker Hub
/// @param path the repository's path without the registry, `library/` not added
/// @param tag null where none is written
/// @param digest `algorithm:hex`, null where none is written
/// @param nameEnd offset in the text at which the name ends and tag or digest begin
public record ImageReference(
        @Nullable String registry,
        String path,
        @Nullable String tag,
        @Nullable String digest,
        int nameEnd) {

    /// The reference in `text`, or null where it is malformed.
    public static @Nullable ImageReference parse(String text) {
        int at = text.indexOf('@');
        String digest = at < 0 ? null : text.substring(at + 1);
        if (digest != null && !isDigest(digest)) {
            return null;
        }
        String rest = at < 0 ? text : text.substring(0, at);
        int slash = rest.lastIndexOf('/');
        int colon = rest.indexOf(':', slash + 1);
        String tag = colon < 0 ? null : rest.substring(colon + 1);
        if (tag != null && !isTag(tag)) {
            return null;
        }
        String name = colon < 0 ? rest : rest.substring(0, colon);
        int first = name.indexOf('/');
        boolean hasRegistry = first > 0 && isRegistry(name.substring(0, first));
        String path = hasRegistry ? name.substring(first + 1) : name;
        if (!isPath(path) || name.length() > 255) {
            return null;
        }
        return new ImageReference(hasRegistry ? name.substring(0, first) : null, path, tag, digest, name.length());
    }

    /// What is wrong with a reference that [#parse] does not accept.
    public static String fault(String text) {
        int at = text.indexOf('@');
        String rest = at < 0 ? text : text.substring(0, at);
        int colon = rest.indexOf(':', rest.lastIndexOf('/') + 1);
        String name = colon < 0 ? rest : rest.substring(0, colon);
        if (text.isEmpty()) {
            return "no image is named";
        }
        if (name.isEmpty()) {
            return "the name is missing";
        }
        if (text.startsWith("http://") || text.startsWith("https://")) {
            return "an image has no http:// before its name";
        }
        for (int i = name.indexOf('/') + 1; i < name.length(); i++) {
            if (name.charAt(i) >= 'A' && name.charAt(i) <= 'Z') {
                return "the name of an image has no capital letters";
            }
        }
        if (parse(name) == null) {
            return "the name has a character, or two in a row, that names do not have";
        }
        return at < 0 || parse(rest) == null
                ? "a tag has up to 128 letters, digits, _, . and -, and starts with none of the last two"
                : "a digest is written algorithm:hex, with at least 32 digits";
    }

    /// The registry, Docker Hub's where none is written.
    public String host() {
        return registry == null || isHub() ? "docker.io" : registry;
    }

    /// The name as people say it: without `docker.io/`, `index.docker.io/` and `library/`.
    public String familiarName() {
        if (!isHub()) {
            return registry + "/" + path;
        }
        return path.startsWith("library/") ? path.substring("library/".length()) : path;
    }

    /// Whether the tag is one of those that move with every release: as a whole, or by what stands before its first
    /// dash, as in `lts-alpine`. A digest holds any tag.
    public boolean hasTagOf(List<String> moving) {
        if (tag == null || digest != null) {
            return false;
        }
        int dash = tag.indexOf('-');
        return moving.contains(tag) || (dash > 0 && moving.contains(tag.substring(0, dash)) && !hasDigit(tag));
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /// Whether the registry is Docker Hub.
    private boolean isHub() {
        return registry == null || registry.equals("docker.io") || registry.equals("index.docker.io");
    }

    private static boolean isRegistry(String first) {
        boolean host = first.indexOf('.') >= 0 || first.indexOf(':') >= 0 || first.equals("localhost");
        for (int i = 0; i < first.length(); i++) {
            char c = first.charAt(i);
            boolean fine = isAlphanumeric(c) || ".-:[]_".indexOf(c) >= 0;
            if (!fine) {
                return false;
            }
            host |= c >= 'A' && c <= 'Z';
        }
        return host;
    }

    private static boolean isPath(String path) {
        boolean separator = true;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                separator = false;
                continue;
            }
            boolean dashes = c == '-' && i > 0 && path.charAt(i - 1) == '-';
            boolean underscores = c == '_' && i > 1 && path.charAt(i - 1) == '_' && path.charAt(i - 2) != '_';
            if ("/._-".indexOf(c) < 0 || (separator && !dashes && !underscores)) {
                return false;
            }
            separator = true;
        }
        return !separator;
    }

    private static boolean isTag(String tag) {
        if (tag.isEmpty() || tag.length() > 128 || tag.charAt(0) == '.' || tag.charAt(0) == '-') {
            return false;
        }
        for (int i = 0; i < tag.length(); i++) {
            char c = tag.charAt(i);
            if (!isAlphanumeric(c) && c != '_' && c != '.' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigest(String digest) {
        int colon = digest.indexOf(':');
        if (colon <= 0 || digest.length() - colon - 1 < 32) {
            return false;
        }
        for (int i = colon + 1; i < digest.length(); i++) {
            if (Character.digit(digest.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
