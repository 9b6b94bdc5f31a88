package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;
import dev.drydock.source.Span;
import dev.drydock.syntax.dockerfile.Flag;
import dev.drydock.syntax.dockerfile.Word;
import java.util.List;

/// `--platform=$TARGETPLATFORM`, which is the default.
public final class RedundantTargetPlatform implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            Flag platform = stage.flag("platform");
            if (stage.from() != null
                    && platform != null
                    && platform.value() != null
                    && isTargetPlatform(platform.value().parts())) {
                report.at(
                                file.source(),
                                platform.span(),
                                "the target platform is what FROM takes anyway; leave the flag out")
                        .fix(Fix.safe(
                                "leave the flag out",
                                file.source(),
                                new Edit(
                                        new Span(
                                                platform.span().start(),
                                                stage.from().image().span().start()),
                                        "")));
            }
        }
    }

    private static boolean isTargetPlatform(List<Word.Part> parts) {
        return parts.size() == 1
                && parts.getFirst() instanceof Word.Part.Variable variable
                && variable.name().equals("TARGETPLATFORM")
                && variable.modifier() == null;
    }
}
