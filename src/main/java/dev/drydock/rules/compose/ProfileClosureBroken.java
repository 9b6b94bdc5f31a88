package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Inconsistency;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A service that runs where one that it needs is off.
public final class ProfileClosureBroken implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Inconsistency found : workspace.compose().inconsistencies(Inconsistency.Kind.PROFILE_CLOSURE_BROKEN)) {
            report.at(found);
        }
    }
}
