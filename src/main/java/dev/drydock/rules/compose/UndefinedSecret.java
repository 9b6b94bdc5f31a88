package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Inconsistency;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A secret that a service or its build is given and nobody declares.
public final class UndefinedSecret implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Inconsistency found : workspace.compose().inconsistencies(Inconsistency.Kind.UNDEFINED_SECRET)) {
            report.at(found);
        }
    }
}
