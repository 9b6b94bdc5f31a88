package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Paths;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;

/// `COPY` to a relative path where no `WORKDIR` says to what.
public final class RelativeCopyDestination implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            for (Step step : stage.steps()) {
                if (step.instruction() instanceof Instruction.Copy copy
                        && step.value(copy.destination()) instanceof Text.Known(String path)
                        && !Paths.isAbsolute(path)
                        && !stage.hasWorkdir(step)) {
                    report.at(
                            file.source(),
                            copy.destination().span(),
                            "relative destination " + path
                                    + " with no WORKDIR before it; set WORKDIR or write an absolute path");
                }
            }
        }
    }
}
