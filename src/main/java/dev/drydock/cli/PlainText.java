package dev.drydock.cli;

import dev.drydock.source.Span;
import dev.drydock.syntax.yaml.YamlNode;

/// What of a text may be written without quotes.
final class PlainText {

    private PlainText() {}

    /// Whether YAML reads a text without quotes as the same text, and nobody as a number or a truth value.
    static boolean isPlain(String text) {
        var scalar = new YamlNode.Scalar(
                text, YamlNode.Scalar.Style.PLAIN, YamlNode.Properties.NONE, new Span(0, text.length()));
        if (scalar.kind() != YamlNode.Scalar.Kind.STRING || isOldBoolean(text)) {
            return false;
        }
        char first = text.charAt(0);
        char last = text.charAt(text.length() - 1);
        if ("-?:,[]{}#&*!|>'\"%@`= ".indexOf(first) >= 0 || last == ' ' || last == ':') {
            return false;
        }
        boolean digits = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = (c == ':' && text.charAt(i + 1) == ' ') || (c == '#' && text.charAt(i - 1) == ' ');
            if (c < ' ' || c > '~' || ends) {
                return false;
            }
            // 22:22 is a number of minutes for old readers.
            digits &= (c >= '0' && c <= '9') || c == ':' || c == '_';
        }
        return !digits;
    }

    private static boolean isOldBoolean(String text) {
        return switch (text) {
            case "y", "Y", "n", "N", "yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF" ->
                true;
            default -> false;
        };
    }

    /// Whether a text is a number as JSON has it.
    static boolean isJsonNumber(String text) {
        int at = text.startsWith("-") ? 1 : 0;
        int whole = digits(text, at);
        if (whole == at || (text.charAt(at) == '0' && whole > at + 1)) {
            return false;
        }
        if (whole < text.length() && text.charAt(whole) == '.') {
            int fraction = digits(text, whole + 1);
            return fraction > whole + 1 && fraction == text.length();
        }
        return whole == text.length();
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
