package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import org.jspecify.annotations.Nullable;

/// A stage with a name that means something else to Docker.
public final class ReservedStageName implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            if (stage.from() != null && stage.from().name() != null && isReserved(stage.name())) {
                report.at(
                        file.source(),
                        stage.from().name().span(),
                        "the name " + stage.name() + " is reserved: no stage can be reached by it; take another");
            }
        }
    }

    private static boolean isReserved(@Nullable String name) {
        return "scratch".equals(name) || "context".equals(name);
    }
}
