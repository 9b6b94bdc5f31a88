package dev.drydock.report;

import dev.drydock.report.Format.Style;
import dev.drydock.rule.Finding;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Outcome;
import dev.drydock.rule.Severity;
import dev.drydock.source.Place;
import dev.drydock.source.Position;
import dev.drydock.source.Source;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// The report for people: each finding with the line it stands in, the exact words underlined, why it matters (once
/// a rule), what would mend it, and what else it has to do with.
final class TextReport {

    private static final int WIDTH = 100;

    private static final String RESET = "\033[0m";
    private static final String BOLD = "\033[1m";
    private static final String DIM = "\033[2m";

    private final Run run;
    private final Style style;
    private final Appendable out;
    private final Set<String> explained = new HashSet<>();

    TextReport(Run run, Style style, Appendable out) {
        this.run = run;
        this.style = style;
        this.out = out;
    }

    void write() throws IOException {
        for (Finding finding : run.outcome().findings()) {
            write(finding);
        }
        for (Outcome.Fault fault : run.outcome().faults()) {
            String line = fault.where() + ": " + fault.message();
            paint(color(Severity.ERROR), "fault: ").append(Display.safe(line)).append('\n');
        }
        if (!style.quiet()) {
            summary();
        }
    }

    private void write(Finding finding) throws IOException {
        paint(BOLD, where(finding.place())).append(": ");
        paint(color(finding.level()), finding.level().id()).append(": ");
        out.append(Display.safe(finding.message())).append(' ');
        paint(DIM, "[" + finding.rule() + "]").append('\n');
        if (style.quiet()) {
            return;
        }
        int line = line(finding.place());
        int gutter = Integer.toString(line).length();
        for (Finding.Step step : finding.flow()) {
            gutter = Math.max(gutter, Integer.toString(line(step.place())).length());
        }
        for (Finding.Step step : finding.related()) {
            gutter = Math.max(gutter, Integer.toString(line(step.place())).length());
        }
        excerpt(finding.place(), gutter, color(finding.level()));
        for (Finding.Step step : finding.flow()) {
            step(step, gutter);
        }
        for (Finding.Step step : finding.related()) {
            step(step, gutter);
        }
        if (run.rules().byId(finding.rule()) != null && explained.add(finding.rule())) {
            note("why", firstSentence(run.rules().why(finding.rule())));
        }
        for (Fix fix : run.fix(finding)) {
            note("fix", fix.title() + " (" + fix.safety().name().toLowerCase(Locale.ROOT) + ")");
        }
        out.append('\n');
    }

    private void step(Finding.Step step, int gutter) throws IOException {
        out.append("  ");
        paint(BOLD, where(step.place()));
        out.append(": ").append(Display.safe(step.message())).append('\n');
        excerpt(step.place(), gutter, DIM);
    }

    /// The line of a place, and carets under its words; a place of several lines is underlined to the end of its
    /// first.
    private void excerpt(Place place, int gutter, String color) throws IOException {
        Source source = place.source();
        String text = run.text(source);
        int line = line(place);
        int lineStart = source.lineSpan(line).start();
        int lineEnd = source.lineSpan(line).end();
        int start = Math.min(place.span().start(), lineEnd);
        int end = Math.clamp(place.span().end(), start, lineEnd);
        // A very long line is shown from near the words on.
        int from = start - lineStart > WIDTH - 20 ? start - 20 : lineStart;
        int to = Math.min(lineEnd, from + WIDTH);
        int shownEnd = Math.min(end, to);

        var shown = new Display();
        if (from > lineStart) {
            shown.append("…", 0, 1);
        }
        shown.append(text, from, start);
        int column = shown.columns();
        shown.append(text, start, shownEnd);
        int width = Math.max(1, shown.columns() - column);
        shown.append(text, shownEnd, to);
        if (to < lineEnd) {
            shown.append("…", 0, 1);
        }
        String number = Integer.toString(line);
        paint(DIM, " ".repeat(gutter - number.length() + 2) + number + " |")
                .append(shown.columns() == 0 ? "" : " " + shown.text())
                .append('\n');
        paint(DIM, " ".repeat(gutter + 2) + " |").append(' ').append(" ".repeat(column));
        paint(color, "^".repeat(width) + (place.span().end() > lineEnd ? "…" : ""))
                .append('\n');
    }

    /// A labelled text, wrapped.
    private void note(String label, String text) throws IOException {
        String indent = " ".repeat(label.length() + 4);
        out.append("  ");
        paint(BOLD, label).append(':');
        int column = indent.length() - 1;
        for (int at = 0; at < text.length(); ) {
            int space = text.indexOf(' ', at);
            String word = text.substring(at, space < 0 ? text.length() : space);
            if (column + 1 + word.length() > WIDTH && column > indent.length()) {
                out.append('\n').append(indent, 0, indent.length() - 1);
                column = indent.length() - 1;
            }
            out.append(' ').append(Display.safe(word));
            column += 1 + word.length();
            at = space < 0 ? text.length() : space + 1;
        }
        out.append('\n');
    }

    private void summary() throws IOException {
        Outcome outcome = run.outcome();
        int found = outcome.findings().size();
        int files = outcome.files().size();
        if (files == 0) {
            out.append("nothing to lint: no Dockerfile and no Compose file found");
        } else if (found == 0) {
            out.append("no problems in ").append(counted(files, "file"));
        } else {
            var touched = new HashSet<String>();
            outcome.findings()
                    .forEach(finding -> touched.add(finding.place().source().path()));
            out.append(counted(found, "problem"))
                    .append(" in ")
                    .append(touched.size() == files ? "" : touched.size() + " of ")
                    .append(counted(files, "file"));
            String separator = ": ";
            for (Severity level : Severity.values()) {
                int count = run.count(level);
                if (count > 0) {
                    out.append(separator);
                    boolean plural = count != 1 && (level == Severity.ERROR || level == Severity.WARNING);
                    paint(color(level), count + " " + level.id() + (plural ? "s" : ""));
                    separator = ", ";
                }
            }
        }
        if (!outcome.suppressed().isEmpty()) {
            out.append("; ")
                    .append(Integer.toString(outcome.suppressed().size()))
                    .append(" suppressed");
        }
        if (!outcome.faults().isEmpty()) {
            out.append("; ").append(counted(outcome.faults().size(), "fault"));
        }
        out.append('\n');
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String firstSentence(String paragraph) {
        int end = paragraph.indexOf(". ");
        return end < 0 ? paragraph : paragraph.substring(0, end + 1);
    }

    private static int line(Place place) {
        return place.source().line(place.span().start());
    }

    private String where(Place place) {
        Position start = place.source().position(place.span().start());
        return Display.safe(style.from().path(place.source().path()) + ":" + start.line() + ":" + start.column());
    }

    private static String color(Severity level) {
        return switch (level) {
            case ERROR -> "\033[1;31m";
            case WARNING -> "\033[1;33m";
            case INFO -> "\033[1;36m";
            case STYLE -> "\033[1;34m";
        };
    }

    private Appendable paint(String color, String text) throws IOException {
        return style.color() ? out.append(color).append(text).append(RESET) : out.append(text);
    }
}
