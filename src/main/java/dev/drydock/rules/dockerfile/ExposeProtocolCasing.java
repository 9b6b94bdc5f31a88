package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.ExposedPort;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;
import java.util.Locale;

/// A protocol of `EXPOSE` in capital letters.
public final class ExposeProtocolCasing implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            for (Step step : stage.steps()) {
                for (ExposedPort port : ExposedPort.of(step)) {
                    String lower = port.protocol().toLowerCase(Locale.ROOT);
                    if (port.protocol().equals(lower)) {
                        continue;
                    }
                    var draft = report.at(
                            file.source(),
                            port.protocolSpan(),
                            "protocol " + port.protocol() + " has capitals; write " + lower);
                    if (port.exact()) {
                        draft.fix(Fix.safe(
                                "write the protocol in lower case",
                                file.source(),
                                new Edit(port.protocolSpan(), lower)));
                    }
                }
            }
        }
    }
}
