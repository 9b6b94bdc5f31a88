package dev.drydock.rules.project;

import dev.drydock.model.CiBuild;
import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Build;
import dev.drydock.model.compose.Variant;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import java.util.List;

/// A production image that CI builds from nothing each time.
public final class CiBuildCache implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        List<CiBuild> builds = List.of();
        boolean read = false;
        for (Variant.Run run : workspace.compose().runs()) {
            Build build = run.service().build();
            if (build == null
                    || !run.role().isProduction()
                    || !build.cacheFrom().isEmpty()
                    || !build.cacheTo().isEmpty()) {
                continue;
            }
            if (!read) {
                builds = CiBuild.of(workspace.tree());
                read = true;
            }
            for (CiBuild each : builds) {
                if (each.builds(workspace.tree(), run.variant())) {
                    report.at(
                                    build.place(),
                                    "CI builds service \"" + run.service().name() + "\" without a cache from earlier"
                                            + " runs; add \"cache_from\" and \"cache_to\"")
                            .related(each.place(), "built here");
                    break;
                }
            }
        }
    }
}
