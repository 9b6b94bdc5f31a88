package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.compose.Setting;
import dev.drydock.model.image.BaseImages;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Word;
import dev.drydock.syntax.image.ImageReference;

/// Further contexts that a build needs and is not given, or is given and does not need.
public final class AdditionalContextMismatch implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            for (Workspace.Use use : workspace.uses(file)) {
                if (file.isWhole() && use.service().complete()) {
                    unused(file, use, report);
                    missing(workspace, file, use, report);
                }
            }
        }
    }

    private static void unused(BuildFile file, Workspace.Use use, Report report) {
        for (Setting context : use.build().additionalContexts()) {
            if (!file.mayUseContext(context.name())) {
                report.at(
                                context.namePlace(),
                                file.source() + " takes nothing from a context \"" + context.name()
                                        + "\"; take it away, or name it in a --from")
                        .related(file.source(), Span.at(0), "the Dockerfile");
            }
        }
    }

    private static void missing(Workspace workspace, BuildFile file, Workspace.Use use, Report report) {
        if (use.target() == null) {
            return;
        }
        for (Stage stage : file.closure(use.target())) {
            for (Step step : stage.steps()) {
                for (Word from : step.stageWords()) {
                    if (!step.isOnbuild()
                            && step.value(from) instanceof Text.Known(String name)
                            && isContext(workspace, stage, name)
                            && !isGiven(workspace, file, use, name)) {
                        report.at(
                                        use.build().place(),
                                        "service \"" + use.service().name() + "\" gives its build no context \"" + name
                                                + "\", so an image of that name is pulled; add it to"
                                                + " \"additional_contexts\"")
                                .related(file.source(), from.span(), "takes files from it");
                    }
                }
            }
        }
    }

    /// Whether a name is that of a further context, which another service gives.
    private static boolean isContext(Workspace workspace, Stage stage, String name) {
        ImageReference image = ImageReference.parse(name);
        return workspace.namedContexts(stage.file()).contains(name)
                && stage.file().stageReferred(name, stage.index()) == null
                && (image == null || BaseImages.find(image) == null);
    }

    /// Whether the service gives the context, here or together with other files.
    private static boolean isGiven(Workspace workspace, BuildFile file, Workspace.Use use, String name) {
        for (Workspace.Use other : workspace.uses(file)) {
            if (other.service().name().equals(use.service().name())) {
                for (Setting context : other.build().additionalContexts()) {
                    if (context.name().equals(name)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
