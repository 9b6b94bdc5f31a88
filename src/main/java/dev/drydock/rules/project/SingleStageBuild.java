package dev.drydock.rules.project;

import dev.drydock.model.CompileStep;
import dev.drydock.model.DevelopmentInstall;
import dev.drydock.model.ShippedImage;
import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A program that is built in the image that ships it, with the tools that build it.
public final class SingleStageBuild implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            Set<Integer> told = new HashSet<>();
            for (ShippedImage image : workspace.shippedImages(file)) {
                List<DevelopmentInstall> development =
                        workspace.developmentInstalls(file).at(image.stage());
                CompileStep step = CompileStep.of(image, development);
                if (step != null && told.add(step.place().span().start())) {
                    tell(image, step, report);
                }
            }
        }
    }

    private static void tell(ShippedImage image, CompileStep step, Report report) {
        String words = step.title();
        String message = step.bundles()
                ? words + " runs in the image that ships, and all that " + step.tools() + " brought for it ships, too"
                : words + " compiles in the image that ships, and " + step.tools() + " ships with it";
        Report.Draft draft =
                report.at(step.place(), message + "; build in a stage of its own, and copy over what it makes");
        draft.related(step.toolsPlace(), step.bundles() ? "installed here" : "brings the compiler");
        if (!image.stage().span().contains(step.toolsPlace().span())) {
            draft.related(image.stage().file().source(), image.stage().span(), "the stage that ships");
        }
    }
}
