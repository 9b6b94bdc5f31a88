package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Problem;

/// A flag, or a key or value of a mount, that the instruction does not have.
public final class UnknownFlag implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Problem problem : file.problems(Problem.Kind.UNKNOWN_FLAG)) {
            report.at(file.source(), problem.span(), problem.message());
        }
    }
}
