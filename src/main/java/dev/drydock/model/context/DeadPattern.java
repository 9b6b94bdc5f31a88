package dev.drydock.model.context;

import dev.drydock.model.build.Paths;
import dev.drydock.source.Nearest;
import dev.drydock.source.Tree;
import dev.drydock.syntax.ignore.IgnoreFile;
import dev.drydock.syntax.ignore.IgnorePattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of an ignore file that does nothing in any context.
///
/// @param why what is wrong with it, and the remedy
/// @param other the line that leaves out what this one brings back; null where there is none
public record DeadPattern(
        IgnorePattern pattern, String why, @Nullable IgnorePattern other) {

    /// A shorter name is as near to others by chance.
    private static final int MIN_NAME = 5;

    /// Those of a file.
    ///
    /// @param contexts all the contexts that it is for
    public static List<DeadPattern> of(IgnoreFile file, List<BuildContext> contexts) {
        var dead = new ArrayList<DeadPattern>();
        var entries = new ArrayList<List<String>>();
        for (BuildContext context : contexts) {
            List<String> found = context.entries();
            if (found == null) {
                return dead;
            }
            entries.add(found);
        }
        for (IgnorePattern pattern : file.patterns()) {
            if (!pattern.isValid()) {
                continue;
            }
            if (pattern.exception()) {
                exception(file, pattern, dead);
            } else if (!matchesAny(pattern, entries)) {
                String why = why(file, pattern, contexts, entries);
                if (why != null) {
                    dead.add(new DeadPattern(pattern, why, null));
                }
            }
        }
        return dead;
    }

    private static boolean matchesAny(IgnorePattern pattern, List<List<String>> entries) {
        for (List<String> context : entries) {
            for (String path : context) {
                if (pattern.matches(path)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void exception(IgnoreFile file, IgnorePattern exception, List<DeadPattern> dead) {
        boolean before = true;
        boolean useful = false;
        IgnorePattern later = null;
        for (IgnorePattern pattern : file.patterns()) {
            if (pattern.equals(exception)) {
                before = false;
            } else if (!pattern.exception()) {
                boolean covers = exception.isPlain()
                        ? pattern.matchesOrParent(exception.text())
                        : pattern.text().equals(exception.text());
                useful |= before && (covers || !exception.isPlain() || pattern.mayBeBelow(exception.text()));
                later = !before && covers ? pattern : later;
            }
        }
        if (later != null) {
            dead.add(new DeadPattern(
                    exception, "a later line leaves it out all the same; move the exception below that", later));
        } else if (!useful) {
            dead.add(new DeadPattern(exception, "no line above leaves it out; take the exception away", null));
        }
    }

    /// Why a pattern that matches nothing was meant for something else; null where nothing tells.
    private static @Nullable String why(
            IgnoreFile file, IgnorePattern pattern, List<BuildContext> contexts, List<List<String>> entries) {
        String text = pattern.text();
        int comment = text.indexOf(" #");
        if (comment > 0) {
            return "a # is a comment only at the start of a line; put the comment on a line of its own";
        }
        for (int i = 0; i < contexts.size(); i++) {
            List<String> sent = new ArrayList<>();
            for (String path : entries.get(i)) {
                if (!file.ignores(path)) {
                    sent.add(path);
                }
            }
            String prefix = contexts.get(i).directory() + "/";
            boolean fromAbove = prefix.length() > 1 && text.startsWith(prefix);
            String meant = fromAbove ? first(pattern.with(text.substring(prefix.length())), sent) : null;
            if (meant != null) {
                return "patterns start at the context, " + contexts.get(i).directory() + "; write "
                        + text.substring(prefix.length());
            }
            meant = text.indexOf('/') < 0 && !text.startsWith("**") ? first(pattern.with("**/" + text), sent) : null;
            if (meant != null) {
                return "it is for the top of the context only, and " + meant + " lies below; write **/" + text;
            }
            meant = pattern.isPlain() ? slip(text, sent) : null;
            if (meant != null) {
                return "did you mean " + meant + "?";
            }
        }
        return null;
    }

    private static @Nullable String first(IgnorePattern pattern, List<String> paths) {
        for (String path : paths) {
            if (pattern.matches(path)) {
                return path;
            }
        }
        return null;
    }

    private static @Nullable String slip(String text, List<String> paths) {
        String directory = Tree.directory(text);
        if (text.length() - directory.length() <= MIN_NAME) {
            return null;
        }
        var beside = new ArrayList<String>();
        String base = text.substring(text.lastIndexOf('/') + 1);
        for (String path : paths) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            // With a dot before it, it is another thing: what Gradle makes is in .gradle, and its wrapper in gradle.
            boolean dotted = name.equals("." + base) || base.equals("." + name);
            if (Tree.directory(path).equals(directory) && !dotted) {
                beside.add(path);
            }
        }
        // .gradle and gradle are two names, and what a tool makes is not there yet.
        String slip = Nearest.slip(text, beside);
        return slip == null || text.endsWith("." + Paths.lastName(slip)) ? null : slip;
    }
}
