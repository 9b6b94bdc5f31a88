package dev.drydock.report;

import dev.drydock.rule.Finding;
import dev.drydock.rule.Outcome;
import dev.drydock.source.Position;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import java.io.IOException;

/// The report as workflow commands, which GitHub Actions shows as annotations in the changed files.
final class GithubReport {

    private GithubReport() {}

    static void write(Run run, Appendable out) throws IOException {
        for (Finding finding : run.outcome().findings()) {
            write(finding, out);
        }
        for (Outcome.Fault fault : run.outcome().faults()) {
            out.append("::error title=drydock::")
                    .append(escape(fault.where() + ": " + fault.message(), false))
                    .append('\n');
        }
    }

    private static void write(Finding finding, Appendable out) throws IOException {
        String command = switch (finding.level()) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO, STYLE -> "notice";
        };
        Source source = finding.place().source();
        Span span = finding.place().span();
        Position start = source.position(span.start());
        Position end = source.position(span.end());
        out.append("::").append(command);
        out.append(" file=").append(escape(source.path(), true));
        out.append(",line=").append(Integer.toString(start.line()));
        out.append(",endLine=").append(Integer.toString(end.line()));
        // Columns of a range over several lines are refused there.
        if (start.line() == end.line()) {
            int last = Math.max(start.column(), end.column() - 1);
            out.append(",col=").append(Integer.toString(start.column()));
            out.append(",endColumn=").append(Integer.toString(last));
        }
        out.append(",title=").append(escape(finding.rule(), true));
        out.append("::").append(escape(finding.message(), false)).append('\n');
    }

    /// Percent-encodes what would end a message, or, in a property, the property.
    private static String escape(String text, boolean property) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '%' -> out.append("%25");
                case '\r' -> out.append("%0D");
                case '\n' -> out.append("%0A");
                case ':' -> out.append(property ? "%3A" : ":");
                case ',' -> out.append(property ? "%2C" : ",");
                // A log is shown on a terminal, too.
                default -> out.append(Display.unsafe(c) ? Display.safe(String.valueOf(c)) : String.valueOf(c));
            }
        }
        return out.toString();
    }
}
