package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.build.Variable;
import dev.drydock.model.build.VariableNames;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Nearest;
import dev.drydock.syntax.dockerfile.Word;

/// A variable that nothing sets.
public final class UndefinedVariable implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        if (!file.isWhole()) {
            return;
        }
        for (Stage stage : file.stages()) {
            if (stage.from() == null) {
                continue;
            }
            for (Step step : stage.steps()) {
                if (step.isOnbuild()) {
                    continue;
                }
                for (Word word : step.expandedWords()) {
                    for (Word.Part.Variable variable : word.variables()) {
                        if (!step.appendsToItself(variable)) {
                            check(step, variable, report);
                        }
                    }
                }
            }
        }
    }

    private static void check(Step step, Word.Part.Variable variable, Report report) {
        String name = variable.name();
        BuildFile file = step.stage().file();
        // A modifier says that the variable may be missing; a global ARG is another rule's matter.
        if (!Variable.isName(name)
                || variable.modifier() != null
                || step.variable(name) != null
                || file.globals().containsKey(name)) {
            return;
        }
        String nearest = Nearest.to(name, VariableNames.definedBefore(step));
        if (nearest == null && !step.stage().knowsEnvironment()) {
            return;
        }
        report.at(
                file.source(),
                variable.span(),
                "nothing sets " + name + ", so it is empty here"
                        + (nearest == null ? "; declare it with ARG or ENV" : "; did you mean " + nearest + "?"));
    }
}
