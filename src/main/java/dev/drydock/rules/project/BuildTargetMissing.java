package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Nearest;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import java.util.List;

/// A stage that a service builds and its Dockerfile has not.
public final class BuildTargetMissing implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            for (Workspace.Use use : workspace.uses(file)) {
                check(file, use, report);
            }
        }
    }

    private static void check(BuildFile file, Workspace.Use use, Report report) {
        Value target = use.build().target();
        if (use.target() != null
                || target == null
                || !file.isWhole()
                || !(target.text() instanceof Text.Known(String name))
                || name.isEmpty()) {
            return;
        }
        List<String> names = file.stageNames(file.stages().size());
        report.at(
                        target.place(),
                        file.source() + " has no stage \"" + name + "\"" + Nearest.hint(name, names)
                                + (Nearest.to(name, names) == null && !names.isEmpty()
                                        ? "; it has " + String.join(", ", names)
                                        : ""))
                .related(file.source(), Span.at(0), "the Dockerfile");
    }
}
