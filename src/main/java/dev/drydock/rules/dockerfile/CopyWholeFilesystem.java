package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.Base;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.image.BaseImage;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Word;
import org.jspecify.annotations.Nullable;

/// `COPY --from=stage / /`.
public final class CopyWholeFilesystem implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            if (stage.root() instanceof Base.Scratch) {
                // The way to make one layer of many.
                continue;
            }
            for (Step step : stage.steps()) {
                if (step.instruction() instanceof Instruction.Copy copy
                        && copy.from() != null
                        && step.value(copy.destination()).is("/")
                        && !holdsOnlyFiles(step, copy.from())) {
                    for (Word source : copy.sources()) {
                        if (step.value(source).is("/")) {
                            report.at(
                                    file.source(),
                                    source.span(),
                                    "the whole filesystem of " + copy.from().text()
                                            + " comes along, tools and caches too; name the files that the image needs");
                        }
                    }
                }
            }
        }
    }

    /// Whether what is copied from may be made to be copied whole: a stage that started from nothing, or an image
    /// that nobody here knows and nothing was added to.
    private static boolean holdsOnlyFiles(Step step, Word from) {
        if (!(step.value(from) instanceof Text.Known(String name))) {
            return false;
        }
        Stage source = step.stage().file().stageReferred(name, step.stage().index());
        if (source == null) {
            return name.indexOf('/') >= 0;
        }
        return source.root() instanceof Base.Scratch
                || (source.root() instanceof Base.Image && isUnknown(source.rootImage()) && !runsAnything(source));
    }

    private static boolean isUnknown(@Nullable BaseImage image) {
        return image == null || image.distribution().isEmpty();
    }

    private static boolean runsAnything(Stage source) {
        for (Stage stage : source.lineage()) {
            if (!stage.all(Instruction.Run.class).isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
