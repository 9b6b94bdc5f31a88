package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Problem;

/// A keyword that is no instruction.
public final class UnknownInstruction implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Problem problem : file.problems(Problem.Kind.UNKNOWN_INSTRUCTION)) {
            report.at(file.source(), problem.span(), problem.message());
        }
    }
}
