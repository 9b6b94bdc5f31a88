package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.Base;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.syntax.image.ImageReference;
import java.util.List;

/// `:latest`, and other tags that move.
public final class NoLatestTag implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        List<String> rolling = report.options().list("tags");
        for (Stage stage : file.stages()) {
            if (stage.from() != null
                    && stage.base() instanceof Base.Image(var _, ImageReference reference)
                    && reference != null
                    && reference.hasTagOf(rolling)) {
                report.at(
                        file.source(),
                        stage.from().image().span(),
                        "tag " + reference.tag() + " of " + reference.familiarName()
                                + " moves with every release; name a version");
            }
        }
    }
}
