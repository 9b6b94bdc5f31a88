package dev.drydock.model.compose.schema;

import dev.drydock.syntax.yaml.YamlNode.Scalar.Kind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads numbers as Go and go-yaml read them.
final class Numbers {

    private Numbers() {}

    /// What Compose's cast makes of a string; null where it fails.
    ///
    /// @param cast one of the bits of [Type]
    static @Nullable Kind cast(String text, int cast) {
        return switch (cast) {
            case Type.INTEGER -> isInteger(text) ? Kind.INTEGER : null;
            case Type.NUMBER -> isFloat(text) ? Kind.FLOAT : null;
            case Type.BOOLEAN -> isBoolean(text) ? Kind.BOOLEAN : null;
            default -> throw new IllegalArgumentException("no cast " + cast);
        };
    }

    static boolean isBoolean(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "false", "y", "yes", "on", "n", "no", "off" -> true;
            default -> false;
        };
    }

    static boolean isInteger(String text) {
        int start = sign(text);
        if (start == text.length() || digits(text, start) < text.length()) {
            return false;
        }
        try {
            Long.parseLong(text);
            return true;
        } catch (NumberFormatException _) {
            return false;
        }
    }

    static boolean isFloat(String text) {
        String word = text.substring(sign(text)).toLowerCase(Locale.ROOT);
        if (word.equals("inf") || word.equals("infinity") || word.equals("nan")) {
            return true;
        }
        int whole = digits(word, 0);
        int end = whole;
        int count = whole;
        if (end < word.length() && word.charAt(end) == '.') {
            int fraction = digits(word, end + 1);
            count += fraction - end - 1;
            end = fraction;
        }
        if (count > 0 && end < word.length() && word.charAt(end) == 'e') {
            int exponent = end + 1;
            if (exponent < word.length() && (word.charAt(exponent) == '+' || word.charAt(exponent) == '-')) {
                exponent++;
            }
            end = digits(word, exponent);
            count = end > exponent ? count : 0;
        }
        return count > 0 && end == word.length();
    }

    /// Whether a number of YAML is a whole one.
    static boolean isWhole(String text) {
        double value = value(text);
        return !Double.isInfinite(value) && value == Math.rint(value);
    }

    static boolean isIn(String text, long least, long most) {
        double value = value(text);
        return Double.isNaN(value) || (isWhole(text) && value >= least && value <= most);
    }

    /// A number of YAML; not a number where it is too odd to tell.
    static double value(String text) {
        String plain = text.replace("_", "");
        int start = sign(plain);
        double factor = plain.startsWith("-") ? -1 : 1;
        String digits = plain.substring(start);
        try {
            if (digits.length() > 1 && digits.charAt(0) == '0' && digits(digits, 1) == digits.length()) {
                return factor * Long.parseLong(digits, 8);
            }
            if (digits.length() > 2 && digits.charAt(0) == '0') {
                switch (digits.charAt(1)) {
                    case 'x', 'X' -> {
                        return factor * Long.parseLong(digits.substring(2), 16);
                    }
                    case 'o', 'O' -> {
                        return factor * Long.parseLong(digits.substring(2), 8);
                    }
                    case 'b', 'B' -> {
                        return factor * Long.parseLong(digits.substring(2), 2);
                    }
                    default -> {
                        // A decimal number.
                    }
                }
            }
            return isFloat(digits) ? factor * Double.parseDouble(digits) : Double.NaN;
        } catch (NumberFormatException _) {
            return isFloat(digits) && digits(digits, 0) == digits.length()
                    ? factor * Double.parseDouble(digits)
                    : Double.NaN;
        }
    }

    private static int sign(String text) {
        return text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    }

    /// The first place from `from` on that is no digit.
    static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
