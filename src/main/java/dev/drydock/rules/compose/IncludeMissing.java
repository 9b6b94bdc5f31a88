package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.tree.ComposeProblem;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A file that another one includes and that is not there.
public final class IncludeMissing implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (ComposeProblem problem : workspace.compose().problems(ComposeProblem.Kind.INCLUDE_MISSING)) {
            report.at(problem);
        }
    }
}
