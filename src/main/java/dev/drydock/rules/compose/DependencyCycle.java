package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Inconsistency;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// Services that wait for each other.
public final class DependencyCycle implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Inconsistency found : workspace.compose().inconsistencies(Inconsistency.Kind.DEPENDENCY_CYCLE)) {
            report.at(found);
        }
    }
}
