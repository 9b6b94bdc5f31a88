package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.Base;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.syntax.image.ImageReference;

/// The image that ships starts from a tag without a digest.
public final class PinBaseImageDigest implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        Stage last = file.finalStage();
        if (last == null) {
            return;
        }
        Stage root = last.lineage().getLast();
        if (root.from() != null
                && root.base() instanceof Base.Image(String text, ImageReference reference)
                && reference != null
                && reference.tag() != null
                && reference.digest() == null) {
            report.at(
                    file.source(),
                    root.from().image().span(),
                    "tag " + reference.tag() + " of " + reference.familiarName()
                            + " can be given to another image any day; add its digest: " + text + "@sha256:…");
        }
    }
}
