package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.Base;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Word;

/// `COPY --from=stage / /`.
public final class CopyWholeFilesystem implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
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

    /// Whether the stage that is copied from started from nothing: it holds what was put there, and no more.
    private static boolean holdsOnlyFiles(Step step, Word from) {
        if (!(step.value(from) instanceof Text.Known(String name))) {
            return false;
        }
        Stage source = step.stage().file().stageReferred(name, step.stage().index());
        return source != null && source.root() instanceof Base.Scratch;
    }
}
