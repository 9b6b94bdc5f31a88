package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.compose.Setting;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Place;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A build argument that only a stage knows which is not built.
public final class BuildArgUnreachable implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            // An overlay that builds another stage takes over the arguments of its base: one build has to need them.
            Set<Place> done = new HashSet<>();
            for (Workspace.Use use : workspace.uses(file)) {
                Set<String> reached = reached(file, use);
                for (Setting argument : use.build().args()) {
                    if (reached == null || reached.contains(argument.name())) {
                        done.add(argument.namePlace());
                    }
                }
            }
            for (Workspace.Use use : workspace.uses(file)) {
                check(file, use, done, report);
            }
        }
    }

    /// The arguments that a build knows; null where that is unknown.
    private static @Nullable Set<String> reached(BuildFile file, Workspace.Use use) {
        if (use.target() == null || !file.isWhole()) {
            return null;
        }
        Set<String> reached = new HashSet<>(file.globals().keySet());
        for (Stage stage : file.closure(use.target())) {
            reached.addAll(stage.argumentNames());
        }
        return reached;
    }

    private static void check(BuildFile file, Workspace.Use use, Set<Place> done, Report report) {
        if (use.target() == null) {
            return;
        }
        for (Setting argument : use.build().args()) {
            if (file.argumentNames().contains(argument.name()) && done.add(argument.namePlace())) {
                report.at(
                        argument.namePlace(),
                        "no stage that " + use.target().title() + " needs has an ARG " + argument.name()
                                + ", so this does nothing; take it away, or declare it there");
            }
        }
    }
}
