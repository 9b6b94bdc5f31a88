package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.Base;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Word;
import dev.drydock.syntax.image.ImageReference;

/// An image reference that no registry would take.
public final class MalformedImageReference implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        if (!file.isWhole()) {
            return;
        }
        for (Stage stage : file.stages()) {
            if (stage.from() != null
                    && stage.from().image().variables().isEmpty()
                    && stage.base() instanceof Base.Image(String text, ImageReference reference)
                    && reference == null) {
                check(file, stage.from().image(), text, report);
            }
            for (Step step : stage.steps()) {
                for (Word from : step.stageWords()) {
                    if (from.variables().isEmpty()
                            && step.value(from) instanceof Text.Known(String text)
                            && file.stageReferred(text, file.stages().size()) == null
                            && ImageReference.parse(text) == null) {
                        check(file, from, text, report);
                    }
                }
            }
        }
    }

    private static void check(BuildFile file, Word word, String text, Report report) {
        if (!isTemplate(text)) {
            report.at(file.source(), word.span(), text + " is not the name of an image: " + ImageReference.fault(text));
        }
    }

    /// A place that another program fills before Docker sees the file, as in `FROM {{ image }}` or `FROM
    /// BASE_IMAGE`.
    private static boolean isTemplate(String text) {
        return text.indexOf('{') >= 0
                || text.indexOf('<') >= 0
                || text.indexOf('%') >= 0
                || text.indexOf('`') >= 0
                || text.startsWith("@")
                || text.endsWith("@")
                || text.startsWith("__")
                || isPlaceholder(text);
    }

    /// Whether it is all capital letters, as the names are that a macro or a person is to replace.
    private static boolean isPlaceholder(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean capital = (c >= 'A' && c <= 'Z') || c == '_' || c == '-' || c == ':' || c == '/';
            if (!capital) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
