package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.ShellScript;
import dev.drydock.model.build.Step;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Problem;

/// A script of a `RUN` that its shell cannot read.
public final class ShellSyntaxError implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Step step : file.runs()) {
            ShellScript script = step.script();
            if (script == null) {
                continue;
            }
            for (Problem problem : script.problems()) {
                report.at(file.source(), problem.span(), problem.message()).code(problem.code());
            }
        }
    }
}
