package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.build.Variable;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Pair;
import dev.drydock.syntax.dockerfile.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A variable used in the `ENV` that sets it.
public final class SelfReferencingEnv implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            for (Step step : stage.steps()) {
                if (step.instruction() instanceof Instruction.Env env
                        && env.pairs().size() > 1) {
                    for (int i = 0; i < env.pairs().size(); i++) {
                        check(step, env.pairs(), i, report);
                    }
                }
            }
        }
    }

    private static void check(Step step, List<Pair> all, int index, Report report) {
        Word value = all.get(index).value();
        if (value == null) {
            return;
        }
        for (Word.Part.Variable used : value.variables()) {
            Pair setter = setter(all, index, used.name());
            if (setter == null || isSetBefore(step, used.name())) {
                continue;
            }
            report.at(
                            step.stage().file().source(),
                            used.span(),
                            used.name() + " is set by this same ENV and not before it, so it does not count here yet;"
                                    + " set it in an ENV of its own above")
                    .related(step.stage().file().source(), setter.span(), "where it is set");
        }
    }

    /// Who else in the instruction sets the variable. That `PATH=/a:$PATH` names itself is as it should be.
    private static @Nullable Pair setter(List<Pair> all, int user, String name) {
        for (int i = 0; i < all.size(); i++) {
            if (i != user && all.get(i).name().equals(name)) {
                return all.get(i);
            }
        }
        return null;
    }

    private static boolean isSetBefore(Step step, String name) {
        Variable variable = step.variable(name);
        return variable != null && variable.pair() != null;
    }
}
