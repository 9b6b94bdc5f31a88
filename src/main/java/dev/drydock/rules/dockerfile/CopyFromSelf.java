package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Word;

/// `--from` or a mount that names the stage it stands in.
public final class CopyFromSelf implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            for (Step step : stage.steps()) {
                for (Word from : step.stageWords()) {
                    if (step.value(from) instanceof Text.Known(String name) && stage.isCalled(name)) {
                        report.at(
                                        file.source(),
                                        from.span(),
                                        "a stage cannot copy from itself; name an earlier stage or an image")
                                .related(file.source(), stage.span(), "the stage begins here");
                    }
                }
            }
        }
    }
}
