package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.Base;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.image.DeprecatedImage;
import dev.drydock.model.image.EndOfLife;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Span;
import dev.drydock.syntax.dockerfile.Word;
import dev.drydock.syntax.image.ImageReference;

/// A base image whose release gets no security updates any more.
public final class EndOfLifeBaseImage implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            if (stage.from() == null
                    || !(stage.base() instanceof Base.Image(var _, ImageReference reference))
                    || reference == null
                    || DeprecatedImage.find(reference) != null) {
                continue;
            }
            EndOfLife end = EndOfLife.of(reference);
            if (end != null) {
                report.at(
                        file.source(),
                        span(stage.from().image(), reference, end),
                        end.release() + " has had no security updates since " + end.date()
                                + "; move to a release that is maintained");
            }
        }
    }

    /// The words of the tag that say so, where they are written as they are.
    private static Span span(Word image, ImageReference reference, EndOfLife end) {
        int tag = reference.nameEnd() + 1;
        return image.isPlain() ? image.raw().span(tag + end.start(), tag + end.end()) : image.span();
    }
}
