package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Dependency;
import dev.drydock.model.compose.Healthcheck;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.rule.Severity;
import dev.drydock.source.Place;
import org.jspecify.annotations.Nullable;

/// A service that does not wait until another one is healthy, which that one could tell.
public final class DependsOnWithoutHealth implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant.Run run : workspace.compose().runs()) {
            check(workspace, run.variant(), run.service(), report);
        }
    }

    private static void check(Workspace workspace, Variant variant, Service service, Report report) {
        for (Dependency dependency : service.dependsOn()) {
            Service other = variant.service(dependency.service());
            Place healthcheck = other == null ? null : healthcheck(workspace, variant, other);
            Value condition = dependency.condition();
            boolean starts = condition == null || condition.is("service_started");
            if (healthcheck != null && starts) {
                Report.Draft draft = report.at(
                                dependency.namePlace(),
                                "\"" + service.name() + "\" only waits until \"" + dependency.service()
                                        + "\" has started, and not until it is healthy; write \"condition: service_healthy\"")
                        .related(healthcheck, "tells whether it is");
                // Who writes so has most likely thought of it.
                if (condition != null && !condition.implied()) {
                    draft.level(Severity.INFO);
                }
            }
        }
    }

    /// The health check of a service, its own or that of the image that it builds; null where there is none.
    private static @Nullable Place healthcheck(Workspace workspace, Variant variant, Service service) {
        Healthcheck own = service.healthcheck();
        if (own == null) {
            return workspace.imageHealthcheck(variant, service);
        }
        return own.disabled() || own.test().isEmpty() ? null : own.place();
    }
}
