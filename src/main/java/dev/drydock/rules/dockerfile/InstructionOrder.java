package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Problem;

/// Something other than `ARG` before the first `FROM`.
public final class InstructionOrder implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Problem problem : file.problems(Problem.Kind.INSTRUCTION_ORDER)) {
            report.at(file.source(), problem.span(), problem.message());
        }
    }
}
