package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Problem;

/// An instruction that was meant as a JSON array and is none.
public final class InvalidExecForm implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Problem problem : file.problems(Problem.Kind.INVALID_EXEC_FORM)) {
            report.at(file.source(), problem.span(), problem.message());
        }
    }
}
