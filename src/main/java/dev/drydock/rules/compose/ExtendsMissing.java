package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.tree.ComposeProblem;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A service or a file that another service extends and that is not there.
public final class ExtendsMissing implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (ComposeProblem problem : workspace.compose().problems(ComposeProblem.Kind.EXTENDS_MISSING)) {
            report.at(problem);
        }
    }
}
