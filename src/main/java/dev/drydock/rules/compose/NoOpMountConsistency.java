package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Mount;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import org.jspecify.annotations.Nullable;

/// `cached`, `delegated` and `consistent`, which no Docker acts on any more.
public final class NoOpMountConsistency implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Service service : workspace.compose().written()) {
            for (Mount mount : service.volumes()) {
                for (Value option : mount.options()) {
                    check(mount, option, report);
                }
            }
        }
    }

    private static void check(Mount mount, Value option, Report report) {
        switch (option.or("")) {
            case "cached", "delegated", "consistent" -> {
                Report.Draft draft = report.at(
                        option.place(), "\"" + option.written() + "\" has had no effect for years; remove it");
                Span removed = mount.shortForm()
                        ? withSeparator(option.source(), option.span())
                        : line(option.source(), option.span());
                if (removed != null) {
                    draft.fix(Fix.safe("remove the option", option.source(), Edit.delete(removed)));
                }
            }
            default -> {
                // Another option, or one that a variable gives.
            }
        }
    }

    /// The option with the `:` or `,` before it; where other options follow the first, with the `,` behind it.
    private static @Nullable Span withSeparator(Source source, Span option) {
        String text = source.text();
        char before = option.start() > 0 ? text.charAt(option.start() - 1) : ' ';
        if (before == ':' && text.startsWith(",", option.end())) {
            return new Span(option.start(), option.end() + 1);
        }
        return before == ':' || before == ',' ? new Span(option.start() - 1, option.end()) : null;
    }

    /// The whole line, where nothing but `consistency: …` is on it.
    private static @Nullable Span line(Source source, Span value) {
        int line = source.line(value.start());
        Span span = source.lineSpan(line);
        String words = source.text(span).strip();
        boolean alone = words.startsWith("consistency:")
                && value.end()
                        == span.start() + source.text(span).stripTrailing().length();
        if (!alone) {
            return null;
        }
        int end = line < source.lineCount()
                ? source.lineStart(line + 1)
                : source.text().length();
        return new Span(source.lineStart(line), end);
    }
}
