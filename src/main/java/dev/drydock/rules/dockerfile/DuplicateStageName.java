package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.syntax.dockerfile.Word;
import java.util.HashMap;
import java.util.Map;

/// Two stages of one name.
public final class DuplicateStageName implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        Map<String, Word> first = new HashMap<>();
        for (Stage stage : file.stages()) {
            Word name = stage.from() == null ? null : stage.from().name();
            if (name == null || stage.name() == null) {
                continue;
            }
            Word earlier = first.putIfAbsent(stage.name(), name);
            if (earlier != null) {
                report.at(
                                file.source(),
                                name.span(),
                                "a stage is named " + name.text() + " already; give this one a name of its own")
                        .related(file.source(), earlier.span(), "the first stage of this name");
            }
        }
    }
}
