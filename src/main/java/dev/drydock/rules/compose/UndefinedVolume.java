package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Inconsistency;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A named volume that a service mounts and nobody declares.
public final class UndefinedVolume implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Inconsistency found : workspace.compose().inconsistencies(Inconsistency.Kind.UNDEFINED_VOLUME)) {
            report.at(found);
        }
    }
}
