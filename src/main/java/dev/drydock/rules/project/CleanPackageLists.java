package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Leftovers;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.syntax.dockerfile.Instruction;
import java.util.LinkedHashSet;
import java.util.Set;

/// Indexes and downloads of package managers that ship.
public final class CleanPackageLists implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            Set<Stage> shipped = new LinkedHashSet<>();
            for (Stage target : workspace.shipped(file)) {
                shipped.addAll(target.lineage());
            }
            for (Stage stage : shipped) {
                for (Step step : stage.steps()) {
                    if (step.instruction() instanceof Instruction.Run) {
                        check(file, step, report);
                    }
                }
            }
        }
    }

    private static void check(BuildFile file, Step step, Report report) {
        int told = -1;
        for (Leftovers left : Leftovers.of(step.commands(), step.home())) {
            // One operation may leave several directories, which then follow each other.
            if (step.mountOver(left.directory()) != null
                    || told == left.operation().verbSpan().start()) {
                continue;
            }
            told = left.operation().verbSpan().start();
            report.at(
                    file.source(),
                    left.operation().verbSpan(),
                    "leaves " + left.directory() + " in a layer that ships; " + remedy(left));
        }
    }

    private static String remedy(Leftovers left) {
        return switch (left.operation().manager().name()) {
            case "apt" -> "remove its content in the same RUN, or mount a cache over it";
            case "apk" -> "add --no-cache, or mount a cache over it";
            case "pip" -> "add --no-cache-dir, or mount a cache over it";
            case String name -> "clean it with " + name + " in the same RUN, or mount a cache over it";
        };
    }
}
