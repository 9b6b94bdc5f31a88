package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.ComposeFile;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Problem;

/// A `$` that Compose takes for a variable and cannot read.
public final class InvalidInterpolation implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (ComposeFile file : workspace.compose().files()) {
            for (Problem problem : file.interpolation()) {
                report.at(file.source(), problem.span(), problem.message());
            }
        }
    }
}
