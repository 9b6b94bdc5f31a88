package dev.drydock.rule;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How much a finding matters, most first.
public enum Severity {
    ERROR,
    WARNING,
    INFO,
    STYLE;

    /// Whether this is `other` or matters more.
    public boolean atLeast(Severity other) {
        return compareTo(other) <= 0;
    }

    /// `error`, `warning`, `info`, `style`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The severity with this [#id()], or null.
    public static @Nullable Severity of(String id) {
        return switch (id) {
            case "error" -> ERROR;
            case "warning" -> WARNING;
            case "info" -> INFO;
            case "style" -> STYLE;
            case String _ -> null;
        };
    }
}
