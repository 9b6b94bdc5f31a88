package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.MountedSecret;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.compose.Grant;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Mount;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A secret that a RUN needs and the service does not give to its build.
public final class BuildSecretMismatch implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            for (Workspace.Use use : workspace.uses(file)) {
                check(file, use, report);
            }
        }
    }

    private static void check(BuildFile file, Workspace.Use use, Report report) {
        Set<String> given = given(use);
        if (use.target() == null || given == null) {
            return;
        }
        for (Stage stage : file.closure(use.target())) {
            for (Step step : stage.steps()) {
                for (MountedSecret secret : MountedSecret.of(step)) {
                    String id = secret.id(step);
                    if (!id.isEmpty() && !given.contains(id) && isRequired(secret.mount(), step)) {
                        report.at(
                                        file.source(),
                                        secret.mount().flag().span(),
                                        "service \"" + use.service().name() + "\" gives its build no secret \"" + id
                                                + "\"; add it to \"secrets\" of the build")
                                .related(use.build().place(), "the build");
                    }
                }
            }
        }
    }

    private static @Nullable Set<String> given(Workspace.Use use) {
        Set<String> given = new HashSet<>();
        for (Grant grant : use.build().secrets()) {
            if (!(grant.name() instanceof Text.Known(String name))) {
                return null;
            }
            given.add(grant.target() == null ? name : grant.target().or(name));
        }
        return given;
    }

    /// Without `required`, a secret that is not there is left out.
    private static boolean isRequired(Mount mount, Step step) {
        Mount.Option required = mount.option("required");
        return required != null
                && (required.value() == null || step.value(required.value()).is("true"));
    }
}
