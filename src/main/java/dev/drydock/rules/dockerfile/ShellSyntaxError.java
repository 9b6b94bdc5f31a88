package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.ShellScript;
import dev.drydock.model.build.Step;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Problem;
import dev.drydock.syntax.dockerfile.Dockerfile;

/// A script of a `RUN` that its shell cannot read.
public final class ShellSyntaxError implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        if (!file.isWhole() || isForWindows(file)) {
            return;
        }
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

    /// Whether lines go on with a backtick, as they do where a backslash is part of every path.
    private static boolean isForWindows(BuildFile file) {
        for (Dockerfile.Directive directive : file.syntax().directives()) {
            if (directive.name().equals("escape") && directive.value().equals("`")) {
                return true;
            }
        }
        return false;
    }
}
