package dev.drydock.rules.project;

import dev.drydock.model.ListeningPorts;
import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Port;
import dev.drydock.model.compose.PortRange;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import org.jspecify.annotations.Nullable;

/// A published port behind which nothing listens in the container.
public final class PortNotServed implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant.Run run : workspace.compose().runs()) {
            ListeningPorts listening = run.service().ports().isEmpty() ? null : ListeningPorts.of(workspace, run);
            for (Port port : run.service().ports()) {
                Value target = port.target();
                if (listening != null && target != null && target.text() instanceof Text.Known(String text)) {
                    check(workspace, run, listening, target, PortRange.of(text), report);
                }
            }
        }
    }

    private static void check(
            Workspace workspace,
            Variant.Run run,
            ListeningPorts listening,
            Value target,
            @Nullable PortRange range,
            Report report) {
        if (range == null
                || range.count() > 1
                || isForTools(range.first())
                || listening.contain(range.first())
                || ListeningPorts.areSpokenOf(workspace, run, Integer.toString(range.first()))) {
            return;
        }
        Report.Draft draft = report.at(
                target.place(),
                "nothing is seen to listen on port " + range.first() + " of the container: " + listening.why()
                        + (isPublished(run, listening) ? "; leave it out" : "; publish that one"));
        if (listening.place() != null) {
            draft.related(listening.place(), listening.why());
        }
    }

    /// Whether the service publishes a port that something listens on as well.
    private static boolean isPublished(Variant.Run run, ListeningPorts listening) {
        for (Port port : run.service().ports()) {
            PortRange range = port.target() != null && port.target().text() instanceof Text.Known(String text)
                    ? PortRange.of(text)
                    : null;
            if (range != null && range.count() == 1 && listening.contain(range.first())) {
                return true;
            }
        }
        return false;
    }

    /// Ports of debuggers and of browsers that reload by themselves, which servers open besides their own: of
    /// Node.js, Java, Python, Go, PHP; of Vite and of LiveReload.
    private static boolean isForTools(int port) {
        return switch (port) {
            case 9229, 5005, 5678, 2345, 40_000, 9000, 9003, 24_678, 35_729 -> true;
            default -> false;
        };
    }
}
