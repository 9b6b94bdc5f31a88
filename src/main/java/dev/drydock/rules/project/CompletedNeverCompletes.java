package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Dependency;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A service that waits for the end of one that is started again and again.
public final class CompletedNeverCompletes implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant variant : workspace.compose().wholes()) {
            for (Service service : variant.services()) {
                check(variant, service, report);
            }
        }
    }

    private static void check(Variant variant, Service service, Report report) {
        for (Dependency dependency : service.dependsOn()) {
            Service other = variant.service(dependency.service());
            Value condition = dependency.condition();
            Value restart = other == null ? null : other.value("restart");
            boolean again = restart != null && (restart.is("always") || restart.is("unless-stopped"));
            if (condition != null && condition.is("service_completed_successfully") && again) {
                report.at(
                                condition.place(),
                                "\"" + dependency.service() + "\" never ends: it is started again each time; write"
                                        + " \"restart: on-failure\" there")
                        .related(restart.place(), "starts it again");
            }
        }
    }
}
