package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Variable;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Word;
import dev.drydock.syntax.image.ImageReference;

/// `FROM` that names no image unless the build passes an argument.
public final class InvalidDefaultArgInFrom implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            if (!file.isWhole()) {
                continue;
            }
            for (Stage stage : file.stages()) {
                if (stage.from() != null) {
                    check(workspace, stage, stage.from().image(), report);
                }
            }
        }
    }

    private static void check(Workspace workspace, Stage stage, Word image, Report report) {
        BuildFile file = stage.file();
        if (image.variables().isEmpty()
                || !(file.imageByDefault(image) instanceof Text.Known(String name))
                || (!name.isEmpty() && ImageReference.parse(name) != null)) {
            return;
        }
        for (Word.Part.Variable variable : image.variables()) {
            Variable argument = file.globals().get(variable.name());
            if (argument == null || argument.pair() == null || argument.pair().value() != null) {
                continue;
            }
            // Where services leave it out, build-arg-required names them.
            boolean named = !workspace.lacking(file, stage, variable.name()).isEmpty();
            if (!named && !workspace.passesArgument(file, variable.name())) {
                report.at(
                                file.source(),
                                variable.span(),
                                "ARG " + variable.name() + " has no default, so a build that does not pass it has no"
                                        + " valid image here; give it one")
                        .related(file.source(), argument.pair().span(), "the argument");
            }
            return;
        }
        report.at(
                file.source(),
                image.span(),
                "by default this is the image name \"" + name
                        + "\", which is not valid; correct the default of its ARG");
    }
}
