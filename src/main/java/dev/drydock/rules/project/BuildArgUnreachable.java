package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.compose.Setting;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import java.util.HashSet;
import java.util.Set;

/// A build argument that only a stage knows which is not built.
public final class BuildArgUnreachable implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            for (Workspace.Use use : workspace.uses(file)) {
                check(file, use, report);
            }
        }
    }

    private static void check(BuildFile file, Workspace.Use use, Report report) {
        if (use.target() == null || !file.isWhole()) {
            return;
        }
        Set<String> reached = new HashSet<>(file.globals().keySet());
        for (Stage stage : file.closure(use.target())) {
            reached.addAll(stage.argumentNames());
        }
        for (Setting argument : use.build().args()) {
            if (file.argumentNames().contains(argument.name()) && !reached.contains(argument.name())) {
                report.at(
                        argument.namePlace(),
                        "no stage that " + use.target().title() + " needs has an ARG " + argument.name()
                                + ", so this does nothing; take it away, or declare it there");
            }
        }
    }
}
