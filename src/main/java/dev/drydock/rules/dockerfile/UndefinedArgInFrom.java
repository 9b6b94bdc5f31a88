package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Predefined;
import dev.drydock.model.build.Stage;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Nearest;
import dev.drydock.syntax.dockerfile.Flag;
import dev.drydock.syntax.dockerfile.Word;
import java.util.ArrayList;

/// `FROM` with a variable that no `ARG` before it declares.
public final class UndefinedArgInFrom implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        if (!file.isWhole()) {
            return;
        }
        for (Stage stage : file.stages()) {
            if (stage.from() == null) {
                continue;
            }
            check(file, stage.from().image(), report);
            Flag platform = stage.flag("platform");
            if (platform != null && platform.value() != null) {
                check(file, platform.value(), report);
            }
        }
    }

    private static void check(BuildFile file, Word word, Report report) {
        for (Word.Part.Variable variable : word.variables()) {
            String name = variable.name();
            if (file.globals().containsKey(name) || Predefined.isAny(name) || mayBeMissing(variable)) {
                continue;
            }
            var known = new ArrayList<>(file.globals().keySet());
            known.addAll(Predefined.platforms());
            report.at(
                    file.source(),
                    variable.span(),
                    "no ARG " + name + " before the first FROM, so it is empty here" + Nearest.hint(name, known));
        }
    }

    private static boolean mayBeMissing(Word.Part.Variable variable) {
        Word.Modifier modifier = variable.modifier();
        return modifier != null && (modifier.symbol().endsWith("-") || !modifier.isKnown());
    }
}
