package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Pair;
import java.util.HashMap;
import java.util.Map;

/// A variable that is set twice, and the first value is never seen.
public final class OverwrittenEnv implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            Map<String, Pair> unseen = new HashMap<>();
            for (Step step : stage.steps()) {
                switch (step.instruction()) {
                    case Instruction.Env env
                    when !step.isOnbuild() -> {
                        for (Pair pair : env.pairs()) {
                            check(file, pair, unseen, report);
                        }
                    }
                    // A command sees every variable.
                    case Instruction.Run _ -> unseen.clear();
                    default -> unseen.keySet().removeIf(step.text()::contains);
                }
            }
        }
    }

    private static void check(BuildFile file, Pair pair, Map<String, Pair> unseen, Report report) {
        String value = pair.value() == null ? "" : pair.value().text();
        unseen.keySet().removeIf(name -> value.contains("$" + name) || value.contains("${" + name));
        Pair first = unseen.put(pair.name(), pair);
        if (first != null) {
            report.at(
                            file.source(),
                            first.key().span(),
                            pair.name() + " gets another value below before anything sees this one; remove one of them")
                    .related(file.source(), pair.key().span(), "set again here");
        }
    }
}
