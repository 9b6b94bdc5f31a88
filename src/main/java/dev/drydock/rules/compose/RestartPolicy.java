package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Role;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Variant;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A service for production that stays down after a crash.
public final class RestartPolicy implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant.Run run : workspace.compose().runs()) {
            if (!run.variant().isAwaited(run.service())) {
                check(run.service(), run.role(), report);
            }
        }
    }

    private static void check(Service service, Role role, Report report) {
        if (role.isProduction() && service.complete() && staysDown(service)) {
            report.at(
                    service.namePlace(),
                    "service \"" + service.name() + "\" is for production (" + role.reason()
                            + ") and stays down after a crash or a restart of its host; add \"restart: unless-stopped\"");
        }
    }

    private static boolean staysDown(Service service) {
        return service.node().member("restart") == null
                && (service.deploy() == null || service.deploy().restartCondition() == null);
    }
}
