package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Variant;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.syntax.dockerfile.Instruction;
import java.util.List;

/// A service that nobody asks whether it is healthy.
public final class HealthcheckInCompose implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant.Run run : workspace.compose().runs()) {
            check(workspace, run.service(), report);
        }
    }

    private static void check(Workspace workspace, Service service, Report report) {
        boolean unknown = service.build() == null && service.image() == null;
        if (service.healthcheck() == null && service.complete() && !unknown && !inImage(workspace, service)) {
            report.at(
                    service.namePlace(),
                    "nobody asks service \"" + service.name() + "\" whether it is healthy; add a \"healthcheck\"");
        }
    }

    /// Whether the image that is built has one of its own.
    private static boolean inImage(Workspace workspace, Service service) {
        BuildFile file = service.build() == null ? null : workspace.buildFile(service.build());
        for (Stage stage : file == null ? List.<Stage>of() : file.stages()) {
            if (!stage.all(Instruction.Healthcheck.class).isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
