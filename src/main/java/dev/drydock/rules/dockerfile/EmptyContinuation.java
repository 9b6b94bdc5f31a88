package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Problem;

/// An empty line inside a continued instruction.
public final class EmptyContinuation implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Problem problem : file.problems(Problem.Kind.EMPTY_CONTINUATION)) {
            report.at(file.source(), problem.span(), problem.message());
        }
    }
}
