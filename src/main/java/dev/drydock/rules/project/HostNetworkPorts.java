package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.compose.tree.Node;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// Ports of a service whose network has none.
public final class HostNetworkPorts implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant variant : workspace.compose().wholes()) {
            for (Service service : variant.services()) {
                check(service, report);
            }
        }
    }

    private static void check(Service service, Report report) {
        Value mode = service.value("network_mode");
        Node.Member ports = service.node().member("ports");
        String text = mode == null ? "" : mode.or("");
        boolean without = text.equals("host")
                || text.equals("none")
                || text.startsWith("service:")
                || text.startsWith("container:");
        if (mode != null && ports != null && without && !ports.value().items().isEmpty()) {
            report.at(
                            ports.keyPlace(),
                            "with \"network_mode: " + text + "\" ports are not published; "
                                    + (text.startsWith("service:")
                                            ? "publish them where \"" + text.substring("service:".length()) + "\" is"
                                            : "take one of the two away"))
                    .related(mode.place(), "the network mode");
        }
    }
}
