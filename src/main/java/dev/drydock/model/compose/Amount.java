package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Node;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Text;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Numbers and sizes as Compose reads them.
final class Amount {

    private Amount() {}

    /// A number; null where it is none, or unknown.
    static @Nullable Double number(@Nullable Node node) {
        String text = text(node);
        return text == null ? null : parse(text);
    }

    /// A size in bytes, from `512`, `1.5g`, `64 MiB`; null where it is none, or unknown.
    static @Nullable Double bytes(@Nullable Node node) {
        String text = text(node);
        if (text == null) {
            return null;
        }
        int end = 0;
        while (end < text.length() && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        Double number = parse(text.substring(0, end));
        double unit = switch (text.substring(end).strip().toLowerCase(Locale.ROOT)) {
            case "", "b" -> 1;
            case "k", "kb", "kib" -> 1024;
            case "m", "mb", "mib" -> 1024 * 1024;
            case "g", "gb", "gib" -> 1024.0 * 1024 * 1024;
            case "t", "tb", "tib" -> 1024.0 * 1024 * 1024 * 1024;
            default -> 0;
        };
        return number == null || unit == 0 ? null : Double.valueOf(number * unit);
    }

    private static @Nullable String text(@Nullable Node node) {
        Value value = node == null ? null : node.scalarValue();
        return value != null && value.text() instanceof Text.Known(String text) ? text.strip() : null;
    }

    private static @Nullable Double parse(String text) {
        boolean digits = !text.isEmpty();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits &= Character.isDigit(c) || c == '.' || (i == 0 && c == '-');
        }
        try {
            return digits ? Double.valueOf(text) : null;
        } catch (NumberFormatException _) {
            return null;
        }
    }
}
