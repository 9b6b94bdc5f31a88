package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.syntax.dockerfile.Instruction;

/// Several `CMD`s in a stage.
public final class DuplicateCmd implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            stage.overridden(Instruction.Cmd.class)
                    .forEach((ignored, last) -> report.at(
                                    file.source(),
                                    ignored.head().keywordSpan(),
                                    "this CMD has no effect: the last one of the stage counts; remove it")
                            .related(file.source(), last.head().keywordSpan(), "the one that counts"));
        }
    }
}
