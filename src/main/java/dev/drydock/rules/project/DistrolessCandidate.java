package dev.drydock.rules.project;

import dev.drydock.model.ImageStart;
import dev.drydock.model.LoneProgram;
import dev.drydock.model.ShippedImage;
import dev.drydock.model.Workspace;
import dev.drydock.model.build.Base;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Place;
import dev.drydock.syntax.dockerfile.CommandLine;
import java.util.List;

/// One compiled program on a whole distribution that it does not use.
public final class DistrolessCandidate implements Rule.OnProject {

    private static final List<String> DISTRIBUTIONS = List.of("alpine", "debian", "ubuntu");

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            for (ShippedImage image : workspace.shippedImages(file)) {
                Stage root = image.stage().lineage().getLast();
                ImageStart start = image.start();
                if (start != null
                        && start.line() instanceof CommandLine.Exec
                        && root.from() != null
                        && root.base() instanceof Base.Image(String text, var reference)
                        && reference != null
                        && DISTRIBUTIONS.contains(reference.familiarName())
                        && !isHandled(workspace.uses(image.stage()))) {
                    Step copy = LoneProgram.of(image, start);
                    if (copy != null) {
                        report(file, image, root, copy, text, report);
                    }
                }
            }
        }
    }

    private static void report(BuildFile file, ShippedImage image, Stage root, Step copy, String text, Report report) {
        if (root.from() != null) {
            report.at(
                            file.source(),
                            root.from().image().span(),
                            image.stage().title() + " runs one compiled program and nothing of " + text
                                    + "; a distroless image or scratch has no shell and no packages to keep up to date")
                    .related(new Place(file.source(), copy.instruction().span()), "the program");
        }
    }

    /// Whether a service may use the shell, for a check or to start something else.
    private static boolean isHandled(List<Workspace.Use> uses) {
        for (Workspace.Use use : uses) {
            if (!use.startsImage() || use.service().healthcheck() != null) {
                return true;
            }
        }
        return false;
    }
}
