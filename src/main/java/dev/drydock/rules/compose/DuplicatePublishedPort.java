package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Inconsistency;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// Two services that want the same port of the host.
public final class DuplicatePublishedPort implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Inconsistency found : workspace.compose().inconsistencies(Inconsistency.Kind.DUPLICATE_PUBLISHED_PORT)) {
            report.at(found);
        }
    }
}
