package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Role;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Variant;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A service that is only there to develop with and that nobody asks whether it is healthy.
public final class DevWithoutHealthcheck implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant.Run run : workspace.compose().runs()) {
            Service service = run.service();
            if (isOnlyForDevelopment(run) && workspace.isUnchecked(service)) {
                report.at(
                        service.namePlace(),
                        "nobody asks service \"" + service.name() + "\" whether it is healthy, so what starts beside it"
                                + " in development does not wait; add a \"healthcheck\"");
            }
        }
    }

    /// Whether the service is of no other use: its profile says so, or no other file writes it.
    private static boolean isOnlyForDevelopment(Variant.Run run) {
        Service service = run.service();
        String last = run.variant().files().getLast().source().path();
        boolean own = service.role().kind() == Role.Kind.DEVELOPMENT
                || service.namePlace().source().path().equals(last);
        return run.role().kind() == Role.Kind.DEVELOPMENT
                && own
                && service.keyPlaces().size() == 1;
    }
}
