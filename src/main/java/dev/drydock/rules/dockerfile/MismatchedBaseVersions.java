package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.Base;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.image.LanguageImage;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Source;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Word;
import dev.drydock.syntax.image.ImageReference;
import org.jspecify.annotations.Nullable;

/// Files of one version of a language copied into an image of another.
public final class MismatchedBaseVersions implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            LanguageImage here = language(stage);
            if (here == null) {
                continue;
            }
            for (Step step : stage.steps()) {
                if (step.instruction() instanceof Instruction.Copy copy
                        && copy.from() != null
                        && step.value(copy.from()) instanceof Text.Known(String name)) {
                    Stage source = file.stageReferred(name, stage.index());
                    LanguageImage there = source == null ? null : language(source);
                    if (source != null && there != null) {
                        check(step, copy, here, there, source, report);
                    }
                }
            }
        }
    }

    private static void check(
            Step step, Instruction.Copy copy, LanguageImage here, LanguageImage there, Stage source, Report report) {
        String difference = difference(here, there);
        if (difference == null) {
            return;
        }
        for (Word word : copy.sources()) {
            if (step.value(word) instanceof Text.Known(String path) && there.ties(path)) {
                Source file = step.stage().file().source();
                report.at(file, word.span(), path + " was made " + difference + "; take the same for both stages")
                        .related(file, source.span(), "where it was made");
            }
        }
    }

    /// In which way what one image makes does not fit the other, or null.
    private static @Nullable String difference(LanguageImage here, LanguageImage there) {
        if (here.language().isEmpty() || !here.language().equals(there.language())) {
            return null;
        }
        if (!here.version().isEmpty()
                && !there.version().isEmpty()
                && !here.version().equals(there.version())) {
            return "by " + there.language() + " " + there.version() + " and is used by " + here.language() + " "
                    + here.version();
        }
        return here.musl() == there.musl()
                ? null
                : there.musl() ? "for musl and is used with glibc" : "for glibc and is used with musl";
    }

    private static @Nullable LanguageImage language(Stage stage) {
        return stage.root() instanceof Base.Image(var _, ImageReference reference) && reference != null
                ? LanguageImage.find(reference)
                : null;
    }
}
