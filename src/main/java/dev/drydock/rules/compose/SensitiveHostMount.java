package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.ComposeFile;
import dev.drydock.model.compose.HostPath;
import dev.drydock.model.compose.Mount;
import dev.drydock.model.compose.Resource;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.tree.Node;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.rule.Severity;

/// A part of the host that a container should not have.
public final class SensitiveHostMount implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (ComposeFile file : workspace.compose().files()) {
            for (Service service : file.services()) {
                for (Mount mount : service.volumes()) {
                    if (mount.source() != null && mount.isOfHost()) {
                        check(mount.source(), mount.readOnly(), report);
                    }
                }
            }
            for (Resource volume : file.written().volumes()) {
                Node.Mapping options =
                        volume.node() == null ? null : volume.node().mapping("driver_opts");
                Value device = options == null ? null : options.scalar("device");
                Value kind = options == null ? null : options.scalar("o");
                if (device != null && kind != null && kind.or("").contains("bind")) {
                    check(device, kind.or("").contains("ro"), report);
                }
            }
        }
    }

    private static void check(Value source, boolean readOnly, Report report) {
        HostPath path = HostPath.of(source);
        String level = path == null ? "" : readOnly ? path.read() : path.written();
        if (path != null && !level.isEmpty()) {
            report.at(
                            source.place(),
                            "the container may " + (readOnly ? "read " : "change ") + path.what()
                                    + "; mount only what it needs"
                                    + (readOnly || !path.read().isEmpty() ? "" : ", with \":ro\" if it only reads"))
                    .level(Severity.of(level));
        }
    }
}
