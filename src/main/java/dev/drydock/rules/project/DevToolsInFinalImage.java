package dev.drydock.rules.project;

import dev.drydock.model.ShippedImage;
import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Paths;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.DevTools;
import dev.drydock.model.command.InstalledPackages;
import dev.drydock.model.command.NamedPackage;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Place;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Word;
import java.util.HashSet;
import java.util.Set;

/// Compilers, headers, debuggers and the like that are still there where an image ships.
public final class DevToolsInFinalImage implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            Set<Integer> told = new HashSet<>();
            for (ShippedImage image : workspace.shippedImages(file)) {
                check(image, told, report);
            }
        }
    }

    private static void check(ShippedImage image, Set<Integer> told, Report report) {
        for (InstalledPackages.Installed installed : image.packages().list()) {
            NamedPackage named = installed.named();
            DevTools.Tool tool = DevTools.find(installed.by().manager().family(), named.name());
            if (tool != null
                    && tool.sure()
                    && !image.speaksOf(named.name())
                    && told.add(named.span().start())) {
                report(image, named, tool, report);
            }
        }
        for (Step step : image.steps()) {
            if (step.instruction() instanceof Instruction.Copy copy && copy.from() != null) {
                copied(step, copy, told, report);
            }
        }
    }

    /// A toolchain that comes whole from another stage.
    private static void copied(Step step, Instruction.Copy copy, Set<Integer> told, Report report) {
        for (Word source : copy.sources()) {
            if (!(step.value(source) instanceof Text.Known(String written))) {
                continue;
            }
            String path = Paths.join("/", written);
            DevTools.Tool tool = DevTools.find("path", path);
            if (tool != null && told.add(source.span().start())) {
                report.at(step.stage().file().source(), source.span(), message(path, tool));
            }
        }
    }

    private static void report(ShippedImage image, NamedPackage named, DevTools.Tool tool, Report report) {
        Stage origin = image.stageAt(named.span());
        Place place = new Place(origin.file().source(), named.span());
        Report.Draft draft = report.at(place, message(named.name(), tool));
        if (origin == image.stage()) {
            return;
        }
        draft.step(place, "installed in " + origin.title());
        for (Stage heir : image.heirs(origin)) {
            String ships = heir == image.stage() ? ", which ships" : "";
            draft.step(new Place(heir.file().source(), heir.span()), "inherited by " + heir.title() + ships);
        }
        draft.related(image.stage().file().source(), image.stage().span(), "the stage that ships");
    }

    private static String message(String name, DevTools.Tool tool) {
        String remedy = switch (tool.kind()) {
            case "headers" -> "build in a stage of its own, and install only the libraries themselves here";
            case "compiler", "build-system" -> "build in a stage of its own, and copy over what it makes";
            default -> "leave it to a stage for development";
        };
        return name + " (" + tool.title() + ") is still in the image that ships; " + remedy;
    }
}
