package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Resource;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A network that no service is in.
public final class UnusedNetwork implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Resource resource : workspace.compose().unused(Resource.Sort.NETWORK)) {
            report.at(resource.namePlace(), "network \"" + resource.name() + "\" is used by no service; take it away");
        }
    }
}
