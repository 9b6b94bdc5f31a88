package dev.drydock.report;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The forms that a report can have.
public enum Format {
    TEXT,
    JSON,
    SARIF,
    GITHUB;

    /// How a report is to look; only [#TEXT] asks.
    ///
    /// @param color whether to use ANSI colours
    /// @param quiet whether to write one line a finding and nothing else
    /// @param from whence paths are seen
    public record Style(boolean color, boolean quiet, Viewpoint from) {
        public static final Style PLAIN = new Style(false, false, Viewpoint.ROOT);
    }

    /// The word for it on the command line.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The format with this [#id()], or null.
    public static @Nullable Format of(String id) {
        return switch (id) {
            case "text" -> TEXT;
            case "json" -> JSON;
            case "sarif" -> SARIF;
            case "github" -> GITHUB;
            case String _ -> null;
        };
    }

    /// Writes the report of a run.
    public void write(Run run, Style style, Appendable out) throws IOException {
        switch (this) {
            case TEXT -> new TextReport(run, style, out).write();
            case JSON -> new JsonReport(run, out).write();
            case SARIF -> new SarifReport(run, out).write();
            case GITHUB -> GithubReport.write(run, out);
        }
    }
}
