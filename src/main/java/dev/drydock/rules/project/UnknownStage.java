package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.image.BaseImages;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Nearest;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Word;
import dev.drydock.syntax.image.ImageReference;

/// `--from` that names no earlier stage.
public final class UnknownStage implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            if (!file.isWhole()) {
                continue;
            }
            for (Stage stage : file.stages()) {
                for (Step step : stage.steps()) {
                    for (Word from : step.stageWords()) {
                        if (!step.isOnbuild() && step.value(from) instanceof Text.Known(String name)) {
                            check(workspace, step, from, name, report);
                        }
                    }
                }
            }
        }
    }

    private static void check(Workspace workspace, Step step, Word from, String name, Report report) {
        Stage stage = step.stage();
        BuildFile file = stage.file();
        if (file.stageReferred(name, stage.index()) != null
                || stage.isCalled(name)
                || workspace.namedContexts(file).contains(name)
                || name.equals("scratch")) {
            return;
        }
        Stage later = file.stageReferred(name, file.stages().size());
        if (later != null && later != stage) {
            if (file.closure(later).contains(stage)) {
                // A circle is reported as such.
                return;
            }
            report.at(
                            file.source(),
                            from.span(),
                            later.title() + " comes after this one; only BuildKit looks ahead, move it up")
                    .related(file.source(), later.span(), "the stage");
            return;
        }
        if (BuildFile.number(name) >= 0) {
            report.at(
                    file.source(),
                    from.span(),
                    stage.from() == null
                            ? "no stage " + name + ": none comes before"
                            : "no stage " + name + "; this is stage " + stage.index()
                                    + ", and only earlier ones can be used");
            return;
        }
        ImageReference image = ImageReference.parse(name);
        boolean bare = name.indexOf('/') < 0 && name.indexOf(':') < 0 && name.indexOf('@') < 0 && name.indexOf('.') < 0;
        if (bare && (image == null || BaseImages.find(image) == null)) {
            report.at(
                    file.source(),
                    from.span(),
                    "no stage is named " + name + ", so an image of that name is pulled"
                            + Nearest.hint(name, file.stageNames(stage.index())));
        }
    }
}
