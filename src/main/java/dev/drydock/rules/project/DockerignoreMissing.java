package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.context.BuildContext;
import dev.drydock.model.context.ContextCopy;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import java.util.ArrayList;

/// A whole context that is copied with nothing left out of it.
public final class DockerignoreMissing implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            ContextCopy whole = ContextCopy.whole(ContextCopy.of(file));
            if (whole == null) {
                continue;
            }
            var missing = new ArrayList<String>();
            for (BuildContext context : workspace.contexts(file)) {
                if (context.ignoreFile() == null
                        && context.hasSources(file.source().path())) {
                    missing.add((context.directory().isEmpty() ? "" : context.directory() + "/") + ".dockerignore");
                }
            }
            if (!missing.isEmpty()) {
                report.at(
                        file.source(),
                        whole.source().span(),
                        "copies everything there is, and no ignore file leaves anything out; add "
                                + String.join(", ", missing));
            }
        }
    }
}
