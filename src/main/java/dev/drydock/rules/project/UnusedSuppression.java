package dev.drydock.rules.project;

import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.rule.SuppressionComment;
import dev.drydock.source.Source;
import java.util.List;

/// A comment that silences a rule where it finds nothing, or a rule that there is not.
public final class UnusedSuppression implements Rule.OnComments {

    @Override
    public void check(Source source, List<SuppressionComment> comments, Report report) {
        boolean others = report.options().flag("other-tools");
        for (SuppressionComment comment : comments) {
            for (SuppressionComment.Name name : comment.names()) {
                switch (name.state()) {
                    case UNUSED -> {
                        if (!comment.foreign() || others) {
                            report.at(
                                    source,
                                    name.span(),
                                    name.text() + " finds nothing here; remove it from the comment");
                        }
                    }
                    case UNKNOWN -> report.at(source, name.span(), "no rule is called " + name.text() + name.hint());
                    case USED, OFF -> {
                        // It is needed, or may be.
                    }
                }
            }
        }
    }
}
