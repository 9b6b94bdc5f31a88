package dev.drydock.model.build;

import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Pair;
import org.jspecify.annotations.Nullable;

/// A variable that is in scope at a step.
///
/// @param value for an `ARG`, its default where it has one
/// @param pair where the file defines it; null where Docker or the base image does
public record Variable(
        String name, Text value, Kind kind, @Nullable Pair pair) {

    /// Whether a text is a name that `ENV` or `ARG` can define; `$1` and `$?` are none.
    public static boolean isName(String text) {
        if (text.isEmpty() || Character.isDigit(text.charAt(0))) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isLetterOrDigit(text.charAt(i)) && text.charAt(i) != '_') {
                return false;
            }
        }
        return true;
    }

    /// Who defines it.
    public enum Kind {
        ARG,
        ENV,
        /// Docker itself: proxies and platforms.
        PREDEFINED,
        /// The environment of the base image.
        IMAGE
    }
}
