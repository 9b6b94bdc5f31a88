package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.build.Variable;
import dev.drydock.model.command.ShellReference;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Span;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Word;

/// An `ARG` from before the first `FROM`, used in a stage that does not declare it.
public final class ArgScopeLost implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        if (file.globals().isEmpty() || !file.isWhole()) {
            return;
        }
        for (Stage stage : file.stages()) {
            for (Step step : stage.steps()) {
                if (step.isOnbuild()) {
                    continue;
                }
                for (Word word : step.expandedWords()) {
                    for (Word.Part.Variable variable : word.variables()) {
                        if (variable.modifier() == null) {
                            check(step, variable.name(), variable.span(), report);
                        }
                    }
                }
                if (step.instruction() instanceof Instruction.Run) {
                    for (ShellReference reference : step.shellReferences()) {
                        check(step, reference.name(), reference.span(), report);
                    }
                }
            }
        }
    }

    private static void check(Step step, String name, Span span, Report report) {
        BuildFile file = step.stage().file();
        Variable global = file.globals().get(name);
        if (global == null || global.pair() == null || step.variable(name) != null) {
            return;
        }
        report.at(
                        file.source(),
                        span,
                        "ARG " + name + " stands before FROM, so it is empty in "
                                + step.stage().title() + "; declare it there again: ARG " + name)
                .related(file.source(), global.pair().span(), "counts for FROM only");
    }
}
