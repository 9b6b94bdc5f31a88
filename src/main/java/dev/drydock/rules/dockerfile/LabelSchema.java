package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.LabelRequirement;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Source;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Pair;
import java.util.List;

/// Labels that are missing, not asked for, or not what the project says they are.
public final class LabelSchema implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        List<LabelRequirement> schema = LabelRequirement.read(report.options().list("labels"));
        boolean strict = report.options().flag("strict");
        if (schema.isEmpty() && !strict) {
            return;
        }
        for (Stage stage : file.stages()) {
            for (Step step : stage.steps()) {
                if (step.instruction() instanceof Instruction.Label label) {
                    for (Pair pair : label.pairs()) {
                        check(step, pair, schema, strict, report);
                    }
                }
            }
        }
        for (Stage stage : file.results()) {
            checkMissing(stage, schema, report);
        }
    }

    private static void check(Step step, Pair pair, List<LabelRequirement> schema, boolean strict, Report report) {
        Source source = step.stage().file().source();
        LabelRequirement required = LabelRequirement.of(schema, pair.name());
        if (required == null) {
            if (strict) {
                report.at(
                                source,
                                pair.key().span(),
                                "label " + pair.name() + " is not among the labels of this project; leave it out")
                        .code("DL3050");
            }
            return;
        }
        if (pair.value() == null || !(step.value(pair.value()) instanceof Text.Known(String value))) {
            return;
        }
        if (value.isEmpty()) {
            report.at(source, pair.span(), "label " + pair.name() + " is empty; give it a value")
                    .code("DL3051");
        } else if (!required.type().accepts(value)) {
            report.at(
                            source,
                            pair.value().span(),
                            "label " + pair.name() + " must be "
                                    + required.type().description())
                    .code(required.type().code());
        }
    }

    private static void checkMissing(Stage stage, List<LabelRequirement> schema, Report report) {
        for (LabelRequirement required : schema) {
            if (stage.from() != null && !required.isMetBy(stage)) {
                report.at(
                                stage.file().source(),
                                stage.from().image().span(),
                                stage.title() + " has no label " + required.name() + "; add it")
                        .code("DL3049");
            }
        }
    }
}
