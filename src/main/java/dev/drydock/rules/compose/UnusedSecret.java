package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Resource;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A secret or a config that no service is given.
public final class UnusedSecret implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Resource resource : workspace.compose().unused(Resource.Sort.SECRET)) {
            report.at(resource.namePlace(), "secret \"" + resource.name() + "\" is used by no service; take it away");
        }
        for (Resource resource : workspace.compose().unused(Resource.Sort.CONFIG)) {
            report.at(resource.namePlace(), "config \"" + resource.name() + "\" is used by no service; take it away");
        }
    }
}
