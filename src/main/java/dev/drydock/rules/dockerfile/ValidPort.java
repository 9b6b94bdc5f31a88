package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.ExposedPort;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import org.jspecify.annotations.Nullable;

/// A port that is none.
public final class ValidPort implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            for (Step step : stage.steps()) {
                for (ExposedPort port : ExposedPort.of(step)) {
                    String wrong = wrong(port);
                    if (wrong != null) {
                        report.at(file.source(), port.span(), wrong);
                    }
                }
            }
        }
    }

    private static @Nullable String wrong(ExposedPort port) {
        int first = ExposedPort.number(port.first());
        int last = ExposedPort.number(port.last());
        if (first < 0 || last < 0) {
            return (first < 0 ? port.first() : port.last()) + " is no port; ports go from 0 to 65535";
        }
        if (first > last) {
            return "the range " + port.first() + "-" + port.last() + " runs backwards; put the smaller port first";
        }
        return port.hasKnownProtocol() ? null : port.protocol() + " is no protocol; use tcp, udp or sctp";
    }
}
