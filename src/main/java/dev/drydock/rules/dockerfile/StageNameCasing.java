package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.syntax.dockerfile.Word;

/// A stage name with capital letters.
public final class StageNameCasing implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            Word name = stage.from() == null ? null : stage.from().name();
            // A name with a variable is no name at all, and reported as that.
            if (name != null && name.text().indexOf('$') < 0 && !name.text().equals(stage.name())) {
                report.at(
                        file.source(),
                        name.span(),
                        "stage name " + name.text() + " has capital letters; write " + stage.name());
            }
        }
    }
}
