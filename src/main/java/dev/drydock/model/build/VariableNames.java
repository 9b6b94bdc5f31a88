package dev.drydock.model.build;

import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Pair;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// The names of the variables that an instruction sees.
public final class VariableNames {

    private VariableNames() {}

    /// What the file has defined before the step, for suggestions.
    public static SortedSet<String> definedBefore(Step step) {
        SortedSet<String> names = new TreeSet<>();
        for (Stage stage : step.stage().lineage()) {
            int limit = stage == step.stage() ? step.index() : Integer.MAX_VALUE;
            stage.environment().addNames(limit, names);
            stage.arguments().addNames(limit, names);
        }
        return names;
    }

    /// What is set when the script of the step runs. Behind `ONBUILD` that is another build: it has the variables
    /// of the image and what the triggers before this one define, and no argument of this build.
    public static SortedSet<String> inScript(Step step) {
        if (!step.isOnbuild()) {
            SortedSet<String> names = definedBefore(step);
            names.addAll(Predefined.proxies());
            return names;
        }
        SortedSet<String> names = new TreeSet<>(Predefined.proxies());
        for (Stage stage : step.stage().lineage()) {
            stage.environment().addNames(Integer.MAX_VALUE, names);
        }
        for (Step trigger : step.stage().steps()) {
            if (trigger.isOnbuild() && trigger.index() < step.index()) {
                for (Pair pair : defined(trigger)) {
                    names.add(pair.name());
                }
            }
        }
        return names;
    }

    private static List<Pair> defined(Step step) {
        return switch (step.instruction()) {
            case Instruction.Env env -> env.pairs();
            case Instruction.Arg arg -> arg.pairs();
            default -> List.of();
        };
    }
}
