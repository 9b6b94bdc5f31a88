package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

public final class ImageBuiltTwice implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        // report.at(file.source(), span, "what is wrong; what to do").related(other, "what it has to do with it");
    }
}
