package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import java.util.ArrayList;
import java.util.Set;

/// A stage that no target needs.
public final class UnreachableStage implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            if (file.stages().size() < 2 || !file.isWhole()) {
                continue;
            }
            var targets = new ArrayList<>(workspace.targets(file));
            // What another stage that may be a target needs is reached, too.
            for (Stage stage : file.stages()) {
                if (stage.mayBeTarget()) {
                    targets.add(stage);
                }
            }
            Set<Stage> reached = file.closure(targets);
            for (Stage stage : file.stages()) {
                if (!reached.contains(stage) && stage.from() != null) {
                    report.at(
                            file.source(),
                            stage.from().name() != null
                                    ? stage.from().name().span()
                                    : stage.from().image().span(),
                            "nothing uses " + stage.title() + "; copy from it, build it, or remove it");
                }
            }
        }
    }
}
