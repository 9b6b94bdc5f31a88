package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.ExposedPort;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;

/// `EXPOSE` with an address or a port of the host.
public final class ExposeFormat implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            for (Step step : stage.steps()) {
                for (ExposedPort port : ExposedPort.of(step)) {
                    if (!port.hasHost()) {
                        continue;
                    }
                    var draft = report.at(
                            file.source(),
                            port.span(),
                            port.text() + " names the host's side, which EXPOSE ignores; write " + port.withoutHost()
                                    + " and publish when the container starts");
                    if (port.exact()) {
                        draft.fix(Fix.safe(
                                "name the port of the container only",
                                file.source(),
                                new Edit(port.span(), port.withoutHost())));
                    }
                }
            }
        }
    }
}
