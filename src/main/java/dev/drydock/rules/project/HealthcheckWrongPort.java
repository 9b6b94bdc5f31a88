package dev.drydock.rules.project;

import dev.drydock.model.ContainerImage;
import dev.drydock.model.HealthProbe;
import dev.drydock.model.ListeningPorts;
import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Healthcheck;
import dev.drydock.model.compose.Variant;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
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
                Report.Draft draft = report.at(
                        probe.place(asked.span()),
                        "asks port " + asked.port() + ", and " + listening.why() + "; ask that one");
                if (listening.place() != null) {
                    draft.related(listening.place(), listening.why());
                }
                if (!probe.source()
                        .path()
                        .equals(run.service().namePlace().source().path())) {
                    draft.related(run.service().namePlace(), "checked like this here");
                }
            }
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
