package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Capability;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.rule.Severity;

/// A capability that breaks the wall between a container and its host.
public final class DangerousCapability implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Service service : workspace.compose().written()) {
            check(service, report);
        }
    }

    private static void check(Service service, Report report) {
        for (Value value : service.node().scalars("cap_add")) {
            Capability capability = Capability.of(value.withDefaults().or(""));
            if (capability != null) {
                report.at(
                                value.place(),
                                "with " + capability.name() + " a process may " + capability.what()
                                        + "; take it away, or name a smaller one")
                        .level(Severity.of(capability.level()));
            }
        }
    }
}
