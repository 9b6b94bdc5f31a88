package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Role;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Variant;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A service that nobody asks whether it is healthy.
public final class HealthcheckInCompose implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant.Run run : workspace.compose().runs()) {
            Service service = run.service();
            // Those for development are another rule's.
            if (run.role().kind() != Role.Kind.DEVELOPMENT && workspace.isUnchecked(service)) {
                report.at(
                        service.namePlace(),
                        "nobody asks service \"" + service.name() + "\" whether it is healthy; add a \"healthcheck\"");
            }
        }
    }
}
