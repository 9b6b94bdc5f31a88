package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.ComposeFile;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Problem;
import dev.drydock.source.Span;

/// What YAML, or Compose's reading of it, does not accept.
public final class ComposeSyntaxError implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (ComposeFile file : workspace.compose().files()) {
            if (file.isEmpty()) {
                report.at(
                        file.source(), Span.at(0), "there is nothing in this file, and Compose refuses it; remove it");
            }
            for (Problem problem : file.yaml().problems()) {
                Report.Draft draft = report.at(file.source(), problem.span(), problem.message());
                Span first = file.yaml().first(problem);
                if (first != null) {
                    draft.related(file.source(), first, "the first");
                }
            }
        }
    }
}
