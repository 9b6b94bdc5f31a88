package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.Base;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.image.BaseImage;
import dev.drydock.model.image.BaseImages;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Word;
import dev.drydock.syntax.image.ImageReference;
import org.jspecify.annotations.Nullable;

/// `COPY --from=stage / /`.
public final class CopyWholeFilesystem implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            if (stage.base() instanceof Base.Scratch) {
                // Flattened on purpose: one layer instead of many.
                continue;
            }
            for (Step step : stage.steps()) {
                if (step.instruction() instanceof Instruction.Copy copy
                        && copy.from() != null
                        && step.value(copy.destination()).is("/")
                        && holdsSystem(step, copy.from())) {
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

    /// Whether what is copied from surely is a whole system: a stage in which something ran, or an image that is
    /// known to be one. An image of a few files, such as `tonistiigi/xx`, is made to be copied whole.
    private static boolean holdsSystem(Step step, Word from) {
        if (!(step.value(from) instanceof Text.Known(String name))) {
            return false;
        }
        BuildFile file = step.stage().file();
        Stage source = file.stageReferred(name, step.stage().index());
        if (source == null) {
            return step.stage().from() == null || isSystem(ImageReference.parse(name));
        }
        for (Stage stage : source.lineage()) {
            if (!(source.root() instanceof Base.Scratch)
                    && !stage.all(Instruction.Run.class).isEmpty()) {
                return true;
            }
        }
        return source.root() instanceof Base.Image(var _, ImageReference reference) && isSystem(reference);
    }

    private static boolean isSystem(@Nullable ImageReference reference) {
        BaseImage image = reference == null ? null : BaseImages.find(reference);
        return image != null && !image.shell().isEmpty() && !image.hasNoShell();
    }
}
