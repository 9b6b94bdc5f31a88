package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.Base;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.image.DeprecatedImage;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.syntax.image.ImageReference;

/// An image that its publisher gave up or moved.
public final class DeprecatedBaseImage implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            if (stage.from() == null
                    || !(stage.base() instanceof Base.Image(var _, ImageReference reference))
                    || reference == null) {
                continue;
            }
            DeprecatedImage end = DeprecatedImage.find(reference);
            if (end != null) {
                report.at(
                        file.source(),
                        stage.from().image().span(),
                        reference.familiarName() + ": " + end.reason() + "; take " + end.successor());
            }
        }
    }
}
