package dev.drydock.rules.project;

import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.rule.SuppressionComment;
import dev.drydock.source.Source;
import java.util.List;

/// A comment that silences rules, where none is wanted.
public final class NoSuppressions implements Rule.OnComments {

    @Override
    public void check(Source source, List<SuppressionComment> comments, Report report) {
        for (SuppressionComment comment : comments) {
            report.at(source, comment.span(), "silences rules in the file; mend what they find, or configure them");
        }
    }
}
