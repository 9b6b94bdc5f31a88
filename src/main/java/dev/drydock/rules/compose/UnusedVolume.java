package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Resource;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A volume that no service mounts.
public final class UnusedVolume implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Resource resource : workspace.compose().unused(Resource.Sort.VOLUME)) {
            report.at(resource.namePlace(), "volume \"" + resource.name() + "\" is used by no service; take it away");
        }
    }
}
