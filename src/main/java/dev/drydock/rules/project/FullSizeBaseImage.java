package dev.drydock.rules.project;

import dev.drydock.model.ShippedImage;
import dev.drydock.model.Workspace;
import dev.drydock.model.build.Base;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Command;
import dev.drydock.model.image.LanguageImage;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.image.ImageReference;
import java.util.List;

/// The full variant of an image where nothing needs more than the lean one.
public final class FullSizeBaseImage implements Rule.OnProject {

    /// Commands that the lean variant has as well.
    private static final List<String> PLAIN = List.of(
            "mkdir",
            "chown",
            "chmod",
            "useradd",
            "groupadd",
            "usermod",
            "groupmod",
            "adduser",
            "addgroup",
            "ln",
            "cp",
            "mv",
            "rm",
            "echo",
            "printf",
            "touch",
            "sed",
            "set",
            "cd",
            "export",
            "true",
            "test",
            "[",
            "find",
            "id",
            "cat",
            "ls",
            "install",
            "sh",
            "bash",
            "apt-get");

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            for (ShippedImage image : workspace.shippedImages(file)) {
                Stage root = image.stage().lineage().getLast();
                if (root.from() == null
                        || !(root.base() instanceof Base.Image(String text, ImageReference reference))
                        || reference == null) {
                    continue;
                }
                LanguageImage full = LanguageImage.find(reference);
                if (full != null
                        && !full.leanTag().isEmpty()
                        && (full.language().isEmpty() || needsNothing(image.steps()))) {
                    report.at(
                            file.source(),
                            root.from().image().span(),
                            text + " has compilers, headers or manuals that "
                                    + image.stage().title()
                                    + " does not use; " + reference.familiarName() + ":" + full.leanTag()
                                    + " is a fraction of the size");
                }
            }
        }
    }

    /// Whether all that runs while the image is made is known, and none of it could need the tools of the full
    /// image.
    private static boolean needsNothing(List<Step> steps) {
        for (Step step : steps) {
            if (!(step.instruction() instanceof Instruction.Run)) {
                continue;
            }
            if (!step.commands().isComplete()) {
                return false;
            }
            for (Command command : step.commands().list()) {
                if (!PLAIN.contains(command.name())) {
                    return false;
                }
            }
        }
        return true;
    }
}
