package dev.drydock.rules.project;

import dev.drydock.model.PackageScripts;
import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Build;
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
                check(workspace, run, run.service().entrypoint(), report);
                check(workspace, run, run.service().command(), report);
            }
        }
    }

    private static void check(Workspace workspace, Variant.Run run, @Nullable CommandLine command, Report report) {
        if (command == null) {
            return;
        }
        Service service = run.service();
        Build build = run.variant().build(service);
        String server = DevelopmentServers.in(command);
        PackageScripts.Server script = server == null && build != null
                ? PackageScripts.server(workspace.tree(), build.contextPath(), command)
                : null;
        if (server == null && script == null) {
            return;
        }
        Report.Draft draft = report.at(
                command.place(),
                "\"" + (script == null ? server : script.name()) + "\" is for development, and service \""
                        + service.name() + "\" is for production: " + run.role().reason()
                        + "; start what the image is built for");
        if (script != null) {
            draft.related(script.script(), "what the command runs");
        }
        boolean inherited = !command.place()
                .source()
                .path()
                .equals(service.namePlace().source().path());
        if (inherited) {
            draft.related(service.namePlace(), "inherited here");
        }
    }
}
