package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Inconsistency;
import dev.drydock.model.compose.tree.ComposeProblem;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// Settings that Compose refuses together, or without each other.
public final class ConflictingSettings implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Inconsistency found : workspace.compose().inconsistencies(Inconsistency.Kind.CONFLICTING_SETTINGS)) {
            report.at(found);
        }
        for (ComposeProblem problem : workspace.compose().problems(ComposeProblem.Kind.SCHEMA)) {
            report.at(problem);
        }
    }
}
