package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Problem;

/// An `ONBUILD` that triggers what cannot be triggered.
public final class NestedOnbuild implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Problem problem : file.problems(Problem.Kind.NESTED_ONBUILD)) {
            report.at(file.source(), problem.span(), problem.message());
        }
    }
}
