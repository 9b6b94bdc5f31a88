package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Variable;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.syntax.dockerfile.Word;

/// A build argument that a FROM needs and no service passes.
public final class BuildArgRequired implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            for (Stage stage : file.stages()) {
                Word image = stage.from() == null || !file.isWhole()
                        ? null
                        : stage.from().image();
                Variable argument = image == null ? null : file.argumentNeeded(image);
                if (image != null && argument != null && argument.pair() != null) {
                    check(workspace, stage, image, argument, report);
                }
            }
        }
    }

    private static void check(Workspace workspace, Stage stage, Word image, Variable argument, Report report) {
        BuildFile file = stage.file();
        for (Workspace.Use use : workspace.lacking(file, stage, argument.name())) {
            report.at(
                            use.build().place(),
                            "service \"" + use.service().name() + "\" does not pass " + argument.name()
                                    + ", and without it " + stage.title()
                                    + " has no image to start from; add it to \"args\", or give the ARG a default")
                    .related(file.source(), argument.pair().span(), "no default")
                    .related(file.source(), image.span(), "the image");
        }
    }
}
