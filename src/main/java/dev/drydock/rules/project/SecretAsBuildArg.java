package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.compose.ComposeSecrets;
import dev.drydock.model.compose.Setting;
import dev.drydock.model.secret.Secrets;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A secret that is passed to a build as an argument.
public final class SecretAsBuildArg implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            for (Workspace.Use use : workspace.uses(file)) {
                check(file, use, report);
            }
        }
    }

    private static void check(BuildFile file, Workspace.Use use, Report report) {
        for (Setting argument : use.build().args()) {
            // What is written in place is another rule's.
            boolean fromOutside =
                    argument.value() == null || argument.value().template().hasVariables();
            if (fromOutside
                    && Secrets.isSecretName(argument.name())
                    && file.argumentNames().contains(argument.name())
                    && ComposeSecrets.of(argument) == null) {
                report.at(
                        argument.place(),
                        argument.name()
                                + " stays in the image's history; pass it in \"secrets\" of the build and mount it"
                                + " with RUN --mount=type=secret");
            }
        }
    }
}
