package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.Base;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.data.Wildcard;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Word;
import dev.drydock.syntax.image.ImageReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An image from a registry that is not on the list.
public final class TrustedRegistry implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        List<String> trusted = report.options().list("registries");
        if (trusted.isEmpty()) {
            return;
        }
        for (Stage stage : file.stages()) {
            if (stage.from() != null
                    && stage.base() instanceof Base.Image(var _, ImageReference reference)
                    && reference != null) {
                check(file, stage.from().image(), reference, trusted, report);
            }
            for (Step step : stage.steps()) {
                for (Word from : step.stageWords()) {
                    ImageReference reference = image(step, from);
                    if (reference != null) {
                        check(file, from, reference, trusted, report);
                    }
                }
            }
        }
    }

    /// The image that a `--from` names; null where it is a stage, or a bare name, which may be a named context.
    private static @Nullable ImageReference image(Step step, Word from) {
        if (!(step.value(from) instanceof Text.Known(String name))
                || (name.indexOf('/') < 0 && name.indexOf(':') < 0 && name.indexOf('@') < 0)) {
            return null;
        }
        return ImageReference.parse(name);
    }

    private static void check(
            BuildFile file, Word word, ImageReference reference, List<String> trusted, Report report) {
        if (!Wildcard.anyMatches(trusted, reference.host())) {
            report.at(
                    file.source(),
                    word.span(),
                    "registry " + reference.host() + " is not trusted here; take the image from "
                            + String.join(", ", trusted));
        }
    }
}
