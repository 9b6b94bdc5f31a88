package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Predefined;
import dev.drydock.model.compose.Setting;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Nearest;
import java.util.Set;

/// A build argument that no stage of the Dockerfile knows.
public final class BuildArgUndeclared implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            for (Workspace.Use use : workspace.uses(file)) {
                check(file, use, report);
            }
        }
    }

    private static void check(BuildFile file, Workspace.Use use, Report report) {
        if (!file.isWhole()) {
            return;
        }
        Set<String> declared = file.argumentNames();
        for (Setting argument : use.build().args()) {
            String name = argument.name();
            if (!declared.contains(name) && !Predefined.isAny(name)) {
                report.at(
                        argument.namePlace(),
                        file.source() + " has no ARG " + name + ", so this does nothing"
                                + Nearest.hint(name, declared));
            }
        }
    }
}
