package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Role;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Variant;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A service for production that may take all memory of its host.
public final class ResourceLimits implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant.Run run : workspace.compose().runs()) {
            check(run.service(), run.role(), report);
        }
    }

    private static void check(Service service, Role role, Report report) {
        if (role.isProduction() && service.complete() && isUnlimited(service)) {
            report.at(
                    service.namePlace(),
                    "service \"" + service.name() + "\" is for production (" + role.reason()
                            + ") and may take all memory of its host; add \"deploy.resources.limits.memory\" or \"mem_limit\"");
        }
    }

    private static boolean isUnlimited(Service service) {
        return service.node().member("mem_limit") == null
                && (service.deploy() == null || service.deploy().memoryLimit() == null);
    }
}
