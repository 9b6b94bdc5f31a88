package dev.drydock.rules.project;

import dev.drydock.model.ShippedImage;
import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Step;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.syntax.dockerfile.Instruction;
import java.util.ArrayList;
import java.util.List;

/// An image that ships without the labels by which registries and scanners tell where it comes from.
public final class OciLabels implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        List<String> wanted = report.options().list("labels");
        for (BuildFile file : workspace.buildFiles()) {
            for (ShippedImage image : workspace.shippedImages(file)) {
                var missing = new ArrayList<String>();
                for (String name : wanted) {
                    if (!has(image, name) && !isGiven(workspace.uses(image.stage()), name)) {
                        missing.add(name);
                    }
                }
                if (!missing.isEmpty()) {
                    report.at(
                            file.source(),
                            image.stage().span(),
                            image.stage().title() + " ships without the label" + (missing.size() == 1 ? " " : "s ")
                                    + String.join(", ", missing) + "; add "
                                    + (missing.size() == 1 ? "it" : "them"));
                }
            }
        }
    }

    private static boolean has(ShippedImage image, String name) {
        for (Step step : image.steps()) {
            if (step.instruction() instanceof Instruction.Label label
                    && label.pairs().stream().anyMatch(pair -> pair.name().equals(name))) {
                return true;
            }
        }
        return false;
    }

    /// Whether every service that builds it gives it the label.
    private static boolean isGiven(List<Workspace.Use> uses, String name) {
        boolean given = !uses.isEmpty();
        for (Workspace.Use use : uses) {
            given &=
                    use.build().labels().stream().anyMatch(label -> label.name().equals(name));
        }
        return given;
    }
}
