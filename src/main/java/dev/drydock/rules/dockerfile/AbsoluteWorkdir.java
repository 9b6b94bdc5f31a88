package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Paths;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;

/// A relative `WORKDIR` with none before it.
public final class AbsoluteWorkdir implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            for (Step step : stage.steps()) {
                if (step.instruction() instanceof Instruction.Workdir workdir
                        && step.value(workdir.path()) instanceof Text.Known(String path)
                        && !Paths.isAbsolute(path)
                        // One finding for the first: the others are relative to it.
                        && !stage.hasWorkdir(step)) {
                    report.at(
                            file.source(),
                            workdir.path().span(),
                            "relative WORKDIR " + path + " depends on the base image; write an absolute path");
                }
            }
        }
    }
}
