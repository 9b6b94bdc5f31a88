package dev.drydock.config;

import java.util.ArrayList;
import java.util.List;

/// A pattern of paths: `*` and `?` stay within one name, `**` crosses any number of directories, and a pattern that
/// names a directory covers all that lies below it. A pattern without a slash matches a name at any depth.
public final class Glob {

    private final String pattern;
    private final List<String> parts;

    private Glob(String pattern, List<String> parts) {
        this.pattern = pattern;
        this.parts = parts;
    }

    /// The pattern that `text` spells; every text is one.
    public static Glob of(String text) {
        List<String> parts = new ArrayList<>();
        if (text.indexOf('/') < 0 || text.indexOf('/') == text.length() - 1) {
            parts.add("**");
        }
        for (String part : parts(text)) {
            if (!(part.equals("**") && !parts.isEmpty() && parts.getLast().equals("**"))) {
                parts.add(part);
            }
        }
        return new Glob(text, List.copyOf(parts));
    }

    /// Whether the pattern matches the path or a directory that holds it.
    public boolean matches(String path) {
        List<String> names = parts(path);
        // reached[i]: the first i parts of the pattern match the names seen so far.
        boolean[] reached = new boolean[parts.size() + 1];
        reached[0] = true;
        skipDoubleStars(reached);
        for (String name : names) {
            boolean[] next = new boolean[reached.length];
            for (int i = 0; i < parts.size(); i++) {
                if (!reached[i]) {
                    continue;
                }
                if (parts.get(i).equals("**")) {
                    next[i] = true;
                    next[i + 1] |= i == parts.size() - 1;
                } else if (matchesName(parts.get(i), name)) {
                    next[i + 1] = true;
                }
            }
            skipDoubleStars(next);
            if (next[parts.size()]) {
                return true;
            }
            reached = next;
        }
        return false;
    }

    /// `**` may also stand for no directory at all, except at the end, where it needs something to stand for.
    private void skipDoubleStars(boolean[] reached) {
        for (int i = 0; i < parts.size() - 1; i++) {
            if (reached[i] && parts.get(i).equals("**")) {
                reached[i + 1] = true;
            }
        }
    }

    /// Whether a name matches a pattern of `*`, `?` and plain characters.
    static boolean matchesName(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int retry = 0;
        while (n < name.length()) {
            char c = p < pattern.length() ? pattern.charAt(p) : '\0';
            if (c == '*' && p < pattern.length()) {
                star = p++;
                retry = n;
            } else if (p < pattern.length() && (c == '?' || c == name.charAt(n))) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++retry;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    private static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        for (int at = 0; at <= text.length(); ) {
            int slash = text.indexOf('/', at);
            int end = slash < 0 ? text.length() : slash;
            String part = text.substring(at, end);
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
            at = end + 1;
        }
        return parts;
    }

    @Override
    public String toString() {
        return pattern;
    }
}
