package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Paths;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Word;
import java.util.List;

/// `ADD` of files that `COPY` would bring.
public final class UseCopyNotAdd implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            for (Step step : stage.steps()) {
                if (step.instruction() instanceof Instruction.Add add && isPlainCopy(step, add)) {
                    var draft = report.at(
                            file.source(),
                            add.head().keywordSpan(),
                            "ADD does nothing here that COPY does not; use COPY, which never downloads or unpacks");
                    draft.fix(Fix.safe(
                            "use COPY", file.source(), new Edit(add.head().keywordSpan(), "COPY")));
                }
            }
        }
    }

    private static boolean isPlainCopy(Step step, Instruction.Add add) {
        for (String special : List.of("checksum", "keep-git-dir", "unpack")) {
            if (add.flag(special) != null) {
                return false;
            }
        }
        for (Word source : add.sources()) {
            if (add.isHeredoc(source)
                    || !(step.value(source) instanceof Text.Known(String path))
                    || Paths.isRemote(path)
                    || Paths.mayBeArchive(path)) {
                return false;
            }
        }
        return true;
    }
}
