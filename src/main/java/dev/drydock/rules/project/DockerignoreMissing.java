package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.context.BuildContext;
import dev.drydock.model.context.ContextCopy;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A whole context that is copied with nothing left out of it.
public final class DockerignoreMissing implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            for (BuildContext context : workspace.contexts(file)) {
                if (context.ignoreFile() == null && context.hasSources(file.source().path())) {
                    check(file, context, report);
                }
            }
        }
    }

    private static void check(BuildFile file, BuildContext context, Report report) {
        for (ContextCopy copy : ContextCopy.of(file)) {
            if (copy.isWhole()) {
                String directory = context.directory().isEmpty() ? "" : context.directory() + "/";
                report.at(
                        file.source(),
                        copy.source().span(),
                        "copies everything there is, and no ignore file leaves anything out; add "
                                + directory + ".dockerignore");
                return;
            }
        }
    }
}
