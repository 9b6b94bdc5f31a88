package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.syntax.dockerfile.Instruction;
import java.util.List;

/// Several `ENTRYPOINT`s in a stage.
public final class DuplicateEntrypoint implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            List<Instruction.Entrypoint> all = stage.all(Instruction.Entrypoint.class);
            for (int i = 0; i < all.size() - 1; i++) {
                report.at(
                                file.source(),
                                all.get(i).head().keywordSpan(),
                                "this ENTRYPOINT has no effect: the last one of the stage counts; remove it")
                        .related(file.source(), all.getLast().head().keywordSpan(), "the one that counts");
            }
        }
    }
}
