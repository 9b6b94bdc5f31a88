package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.CommandLine;
import dev.drydock.model.compose.DevelopmentServers;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Variant;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import org.jspecify.annotations.Nullable;

/// A production service that starts a server made for development.
public final class ProdDevCommand implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant.Run run : workspace.compose().runs()) {
            if (run.role().isProduction()) {
                check(run, run.service().entrypoint(), report);
                check(run, run.service().command(), report);
            }
        }
    }

    private static void check(Variant.Run run, @Nullable CommandLine command, Report report) {
        String server = command == null ? null : DevelopmentServers.in(command);
        if (command == null || server == null) {
            return;
        }
        Service service = run.service();
        Report.Draft draft = report.at(
                command.place(),
                "\"" + server + "\" is for development, and service \"" + service.name() + "\" is for production: "
                        + run.role().reason() + "; start what the image is built for");
        boolean inherited = !command.place()
                .source()
                .path()
                .equals(service.namePlace().source().path());
        if (inherited) {
            draft.related(service.namePlace(), "inherited here");
        }
    }
}
