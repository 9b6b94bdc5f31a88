package dev.drydock.model.compose.schema;

import dev.drydock.model.compose.schema.Violation.Kind;
import org.jspecify.annotations.Nullable;

/// The form of `pull_policy`. The schema's pattern is not anchored: it lets through whatever has a policy in it.
final class PullPolicy {

    private static final String EVERY = "every_";

    private PullPolicy() {}

    static Formats.@Nullable Fault fault(String text, Vocabulary vocabulary) {
        boolean inside = hasInterval(text);
        for (String word : vocabulary.words("pull-policy")) {
            if (text.equals(word)) {
                return null;
            }
            inside |= text.contains(word);
        }
        if (text.startsWith(EVERY) && intervals(text, EVERY.length()) == text.length()) {
            return null;
        }
        return new Formats.Fault(
                inside ? Kind.UNKNOWN_WORD : Kind.BAD_PATTERN,
                0,
                0,
                "\"" + text + "\" is no pull policy; write always, missing, never, build, daily, weekly or every_12h",
                vocabulary.words("pull-policy"));
    }

    private static boolean hasInterval(String text) {
        for (int at = text.indexOf(EVERY); at >= 0; at = text.indexOf(EVERY, at + 1)) {
            if (intervals(text, at + EVERY.length()) > at + EVERY.length()) {
                return true;
            }
        }
        return false;
    }

    /// The end of what consists of digits with a unit each.
    private static int intervals(String text, int from) {
        int at = from;
        while (at < text.length()) {
            int unit = Numbers.digits(text, at);
            if (unit == at || unit == text.length() || "wdhms".indexOf(text.charAt(unit)) < 0) {
                return at;
            }
            at = unit + 1;
        }
        return at;
    }
}
