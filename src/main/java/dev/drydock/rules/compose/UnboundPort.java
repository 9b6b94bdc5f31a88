package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Port;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.ServiceImage;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A port that is open on every address of the host.
public final class UnboundPort implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant.Run run : workspace.compose().runs()) {
            check(run.service(), report);
        }
    }

    private static void check(Service service, Report report) {
        ServiceImage image = ServiceImage.of(service);
        for (Port port : service.ports()) {
            Value target = port.target();
            // Databases and the like have a rule of their own, which is stricter.
            boolean sensitive = image != null && target != null && image.ports().contains(target.or(""));
            if (port.isOpen() && target != null && !sensitive) {
                report.at(
                        port.place(),
                        "this port is open on every address of the host; write the one that is meant, as in 127.0.0.1");
            }
        }
    }
}
