package dev.drydock.rules.project;

import dev.drydock.model.ContainerImage;
import dev.drydock.model.HealthProbe;
import dev.drydock.model.ListeningPorts;
import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Healthcheck;
import dev.drydock.model.compose.Variant;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Place;
import org.jspecify.annotations.Nullable;

/// A health check that asks another port than the one on which the server listens.
public final class HealthcheckWrongPort implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant.Run run : workspace.compose().runs()) {
            HealthProbe probe = probe(workspace, run);
            HealthProbe.Asked asked = probe == null ? null : probe.asked();
            ListeningPorts listening = asked == null ? null : ListeningPorts.of(workspace, run);
            if (probe != null
                    && asked != null
                    && listening != null
                    && listening.certain()
                    && !listening.contain(asked.port())) {
                boolean ofImage = run.service().healthcheck() == null;
                report(probe.place(asked.span()), ofImage, asked.port(), listening, report);
            }
        }
    }

    /// Where the image's own check meets a command of the service, the command is what does not fit.
    private static void report(Place asked, boolean ofImage, int port, ListeningPorts listening, Report report) {
        Place served = listening.place();
        if (served != null && ofImage && listening.ofService()) {
            report.at(
                            served,
                            listening.why() + ", and the health check of the image asks port " + port
                                    + "; serve there, or give the service a healthcheck of its own")
                    .related(asked, "asks here");
            return;
        }
        Report.Draft draft = report.at(asked, "asks port " + port + ", and " + listening.why() + "; ask that one");
        if (served != null) {
            draft.related(served, listening.why());
        }
    }

    private static @Nullable HealthProbe probe(Workspace workspace, Variant.Run run) {
        Healthcheck own = run.service().healthcheck();
        if (own != null && (own.disabled() || !own.test().isEmpty())) {
            return HealthProbe.of(own);
        }
        ContainerImage image = ContainerImage.of(workspace, run);
        return image == null || image.stage() == null ? null : HealthProbe.of(image.stage());
    }
}
