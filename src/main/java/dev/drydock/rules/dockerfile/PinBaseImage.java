package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.Base;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.syntax.image.ImageReference;

/// A base image with neither tag nor digest.
public final class PinBaseImage implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            if (stage.from() != null
                    && stage.base() instanceof Base.Image(String text, ImageReference reference)
                    && reference != null
                    && reference.tag() == null
                    && reference.digest() == null) {
                report.at(
                        file.source(),
                        stage.from().image().span(),
                        "image " + text + " has no tag, so every build may get another one; name a version");
            }
        }
    }
}
