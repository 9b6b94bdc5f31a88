package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.HostPath;
import dev.drydock.model.compose.Mount;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.tree.Node;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A container that may start others on its host.
public final class DockerSocketMount implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Service service : workspace.compose().written()) {
            check(service, report);
        }
    }

    private static void check(Service service, Report report) {
        for (Mount mount : service.volumes()) {
            if (mount.source() != null && mount.isOfHost() && HostPath.isEngineSocket(mount.source())) {
                report.at(
                        mount.source().place(),
                        "who has this socket is root on the host, even if it is read-only; put a proxy before it that"
                                + " lets through what is needed");
            }
        }
        Node.Member api = service.node().member("use_api_socket");
        if (api != null && service.is("use_api_socket")) {
            report.at(api.place(), "who has the engine's socket is root on the host; take it away");
        }
    }
}
