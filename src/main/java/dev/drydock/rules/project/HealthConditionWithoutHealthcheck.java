package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.compose.Build;
import dev.drydock.model.compose.Dependency;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.ServiceImage;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.syntax.dockerfile.Instruction;

/// A service that waits until another one is healthy, which nobody finds out.
public final class HealthConditionWithoutHealthcheck implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant.Run run : workspace.compose().runs()) {
            check(workspace, run.variant(), run.service(), report);
        }
    }

    private static void check(Workspace workspace, Variant variant, Service service, Report report) {
        for (Dependency dependency : service.dependsOn()) {
            Service other = variant.service(dependency.service());
            Value condition = dependency.condition();
            if (other != null
                    && other.complete()
                    && condition != null
                    && condition.is("service_healthy")
                    && hasNone(workspace, variant, other)) {
                report.at(
                                condition.place(),
                                "\"" + other.name() + "\" has no healthcheck, so \"" + service.name()
                                        + "\" never starts; add one there, or wait for \"service_started\"")
                        .related(other.namePlace(), "the service without one");
            }
        }
    }

    /// Whether it is certain that neither the service nor its image has a healthcheck.
    private static boolean hasNone(Workspace workspace, Variant variant, Service service) {
        if (service.healthcheck() != null) {
            return service.healthcheck().disabled();
        }
        Build build = variant.build(service);
        if (build == null) {
            return ServiceImage.of(service) != null;
        }
        BuildFile file = workspace.buildFile(build);
        Stage stage = file == null || !file.isWhole() ? null : Workspace.target(file, build);
        return stage != null && stage.rootImage() != null && stage.last(Instruction.Healthcheck.class) == null;
    }
}
