package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Problem;

/// Anything that BuildKit's parser rejects.
public final class SyntaxError implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Problem problem : file.problems(Problem.Kind.SYNTAX_ERROR)) {
            report.at(file.source(), problem.span(), problem.message());
        }
    }
}
