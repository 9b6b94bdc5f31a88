package dev.drydock.rules.project;

import dev.drydock.model.CachedContent;
import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A cache mounted over a directory whose content the image needs.
public final class CacheMountInFinalPath implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            for (CachedContent lost : CachedContent.of(workspace, file)) {
                report.at(
                                file.source(),
                                lost.mount().target().span(),
                                "what comes to " + lost.mount().path()
                                        + " stays in the cache and is in no layer; copy what is needed out of it in this"
                                        + " RUN, or do not mount it")
                        .related(file.source(), lost.use(), lost.what());
            }
        }
    }
}
