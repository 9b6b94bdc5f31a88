package dev.drydock.model.compose.schema;

import dev.drydock.model.compose.schema.Violation.Kind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Durations and sizes.
final class Amounts {

    private Amounts() {}

    /// `1m30s`: numbers, each with its unit; days and weeks too.
    static Formats.@Nullable Fault duration(String text) {
        if (text.equals("0")) {
            return null;
        }
        int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        boolean right = at < text.length();
        while (right && at < text.length()) {
            int number = number(text, at);
            int unit = unit(text, number);
            right = number > at && unit > number;
            at = unit;
        }
        if (right) {
            return null;
        }
        boolean bare = !text.isEmpty() && number(text, 0) == text.length();
        String message = bare
                ? "\"" + text + "\" has no unit; write " + text + "s, or ms, m, h"
                : "\"" + text + "\" is no duration; write numbers with us, ms, s, m or h, such as 1m30s";
        return Formats.Fault.of(Kind.BAD_DURATION, message);
    }

    private static int number(String text, int from) {
        int at = Numbers.digits(text, from);
        return at < text.length() && text.charAt(at) == '.' ? Numbers.digits(text, at + 1) : at;
    }

    private static int unit(String text, int from) {
        if (from >= text.length()) {
            return from;
        }
        if (text.startsWith("ms", from)
                || text.startsWith("us", from)
                || text.startsWith("ns", from)
                || text.startsWith("µs", from)
                || text.startsWith("μs", from)) {
            return from + 2;
        }
        return "smhdw".indexOf(text.charAt(from)) >= 0 ? from + 1 : from;
    }

    /// `1.5 GiB`: a number, and one of b, k, m, g, t and p with what may stand behind.
    static Formats.@Nullable Fault size(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        int at = number(lower, lower.startsWith("-") || lower.startsWith("+") ? 1 : 0);
        boolean digit = at > 0 && Character.isDigit(lower.charAt(at - 1));
        String unit = lower.substring(at).strip();
        boolean known = switch (unit) {
            case "", "b", "k", "kb", "ki", "kib", "m", "mb", "mi", "mib", "g", "gb", "gi", "gib" -> true;
            case "t", "tb", "ti", "tib", "p", "pb", "pi", "pib" -> true;
            default -> false;
        };
        return digit && known
                ? null
                : Formats.Fault.of(
                        Kind.BAD_SIZE, "\"" + text + "\" is no size; write a number with b, k, m or g, such as 512m");
    }
}
