package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.HostPath;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.tree.Node;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import java.util.List;

/// A device that gives a container the memory or the disks of its host.
public final class DeviceAccess implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Service service : workspace.compose().written()) {
            check(service, report);
        }
    }

    private static void check(Service service, Report report) {
        Node devices = service.node().value("devices");
        for (Node item : devices == null ? List.<Node>of() : devices.items()) {
            Value source = item instanceof Node.Mapping mapping ? mapping.scalar("source") : item.scalarValue();
            if (source != null && source.withDefaults() instanceof Text.Known(String text)) {
                int colon = text.indexOf(':');
                String path = colon < 0 ? text : text.substring(0, colon);
                String what = HostPath.device(path);
                if (what != null) {
                    report.at(
                            source.place(), path + " is " + what + ", past every wall of the container; take it away");
                }
            }
        }
        for (Value rule : service.node().scalars("device_cgroup_rules")) {
            if (rule.or("").startsWith("a *:*")) {
                report.at(rule.place(), "the container may use every device of its host; name those that it needs");
            }
        }
    }
}
