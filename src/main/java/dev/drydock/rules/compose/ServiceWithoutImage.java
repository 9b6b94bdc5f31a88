package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Inconsistency;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A service that says neither which image it runs nor how to build one.
public final class ServiceWithoutImage implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Inconsistency found : workspace.compose().inconsistencies(Inconsistency.Kind.SERVICE_WITHOUT_IMAGE)) {
            report.at(found);
        }
    }
}
