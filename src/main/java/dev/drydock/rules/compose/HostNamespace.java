package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.rule.Severity;
import java.util.List;

/// A container that shares a namespace of its host.
public final class HostNamespace implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Service service : workspace.compose().written()) {
            check(service, report);
        }
    }

    private static void check(Service service, Report report) {
        for (String key : List.of("network_mode", "pid", "ipc", "uts", "userns_mode", "cgroup")) {
            Value value = service.value(key);
            if (value != null && value.withDefaults().is("host")) {
                Report.Draft draft = report.at(value.place(), what(key));
                // There are services that need no more than this.
                if (key.equals("network_mode") || key.equals("uts")) {
                    draft.level(Severity.INFO);
                }
            }
        }
    }

    private static String what(String key) {
        return switch (key) {
            case "network_mode" -> "the container is in the host's network, with all that listens there; take it away";
            case "pid" -> "the container sees the processes of the host; take it away";
            case "ipc" -> "the container shares the memory of processes of the host; give it its own with \"shm_size\"";
            case "uts" -> "the container may change the host's name; take it away";
            case "userns_mode" -> "root in the container is root on the host; take it away";
            default -> "the container sees the control groups of the host; take it away";
        };
    }
}
