package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Port;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.ServiceImage;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A database or an admin interface that the whole network can reach.
public final class UnboundSensitivePort implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant.Run run : workspace.compose().runs()) {
            check(run.service(), report);
        }
    }

    private static void check(Service service, Report report) {
        ServiceImage image = ServiceImage.of(service);
        for (Port port : service.ports()) {
            Value target = port.target();
            Value published = port.published();
            if (target == null || published == null || !port.isOpen()) {
                continue;
            }
            if (image != null && image.ports().contains(target.or(""))) {
                report.at(
                        published.place(),
                        "the whole network reaches this " + image.kind() + " on port " + published.written() + "; "
                                + remedy(published, target));
            } else if (image == null && isDebugger(target.or(""))) {
                report.at(published.place(), "the whole network reaches this debugger; " + remedy(published, target));
            }
        }
    }

    private static String remedy(Value published, Value target) {
        return "write 127.0.0.1:" + published.written() + ":" + target.written();
    }

    /// Ports on which debuggers listen: of Node.js, Java, Python, Go.
    private static boolean isDebugger(String target) {
        return switch (target) {
            case "9229", "5005", "5678", "2345" -> true;
            default -> false;
        };
    }
}
