package dev.drydock.syntax.yaml;

import dev.drydock.syntax.yaml.YamlNode.Scalar;

/// What a plain scalar is: YAML 1.2's core schema with go-yaml's additions (`0777` is octal, `1_000` a number).
/// Unlike in YAML 1.1, `no`, `on` and `22:22` are strings.
final class CoreSchema {

    private CoreSchema() {}

    static Scalar.Kind kind(Scalar scalar) {
        if (scalar.tag() != null && scalar.tag().startsWith("tag:yaml.org,2002:")) {
            return tagged(scalar.tag());
        }
        if (scalar.style() != Scalar.Style.PLAIN) {
            return Scalar.Kind.STRING;
        }
        String value = scalar.value();
        if (value.length() <= 5) {
            switch (value) {
                case "", "~", "null", "Null", "NULL" -> {
                    return Scalar.Kind.NULL;
                }
                case "true", "True", "TRUE", "false", "False", "FALSE" -> {
                    return Scalar.Kind.BOOLEAN;
                }
                case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF" -> {
                    return Scalar.Kind.FLOAT;
                }
                case ".nan", ".NaN", ".NAN" -> {
                    return Scalar.Kind.FLOAT;
                }
                default -> {}
            }
        }
        char first = value.charAt(0);
        if (first != '+' && first != '-' && first != '.' && !digit(first)) {
            return Scalar.Kind.STRING;
        }
        String plain = value.indexOf('_') < 0 ? value : value.replace("_", "");
        if (isInteger(plain)) {
            return Scalar.Kind.INTEGER;
        }
        return isFloat(plain) ? Scalar.Kind.FLOAT : Scalar.Kind.STRING;
    }

    /// Whether a text on one line means itself without quotes.
    static boolean isPlain(String text, boolean inFlow) {
        if (text.isEmpty() || "-?:,[]{}#&*!|>'\"%@`= ".indexOf(text.charAt(0)) >= 0) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            boolean stops = (c == ':' && (next == ' ' || (inFlow && ",[]{}".indexOf(next) >= 0)))
                    || (c == ' ' && (next == ' ' || next == '#'))
                    || (inFlow && ",[]{}".indexOf(c) >= 0);
            if (stops || c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static Scalar.Kind tagged(String tag) {
        return switch (tag.substring(tag.lastIndexOf(':') + 1)) {
            case "null" -> Scalar.Kind.NULL;
            case "bool" -> Scalar.Kind.BOOLEAN;
            case "int" -> Scalar.Kind.INTEGER;
            case "float" -> Scalar.Kind.FLOAT;
            case String _ -> Scalar.Kind.STRING;
        };
    }

    private static boolean isInteger(String text) {
        int at = sign(text, 0);
        int base = 10;
        if (text.startsWith("0", at) && at + 1 < text.length()) {
            switch (text.charAt(at + 1)) {
                case 'x', 'X' -> {
                    base = 16;
                    at += 2;
                }
                case 'o', 'O' -> {
                    base = 8;
                    at += 2;
                }
                case 'b', 'B' -> {
                    base = 2;
                    at += 2;
                }
                default -> base = 8;
            }
        }
        if (at == text.length()) {
            return false;
        }
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 'f' || Character.digit(c, base) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFloat(String text) {
        int start = sign(text, 0);
        int at = digits(text, start);
        int count = at - start;
        if (at < text.length() && text.charAt(at) == '.') {
            int fraction = digits(text, at + 1);
            count += fraction - at - 1;
            at = fraction;
        }
        if (count == 0) {
            return false;
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int exponent = sign(text, at + 1);
            at = digits(text, exponent);
            if (at == exponent) {
                return false;
            }
        }
        return at == text.length();
    }

    private static int sign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-') ? at + 1 : at;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && digit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
