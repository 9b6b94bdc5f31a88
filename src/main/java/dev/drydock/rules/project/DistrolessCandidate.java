package dev.drydock.rules.project;

import dev.drydock.model.CompileStep;
import dev.drydock.model.ImageStart;
import dev.drydock.model.ShippedImage;
import dev.drydock.model.Workspace;
import dev.drydock.model.build.Base;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Paths;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Command;
import dev.drydock.model.command.InstalledPackages;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Place;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.CommandLine;
import dev.drydock.syntax.dockerfile.Instruction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One compiled program on a whole distribution that it does not use.
public final class DistrolessCandidate implements Rule.OnProject {

    private static final List<String> DISTRIBUTIONS = List.of("alpine", "debian", "ubuntu");

    /// What a distroless image has as well, or what only matters to the distribution.
    private static final List<String> PACKAGES =
            List.of("ca-certificates", "tzdata", "libc6-compat", "libgcc", "libgcc1", "libc6");

    private static final List<String> PLAIN = List.of(
            "mkdir",
            "chown",
            "chmod",
            "useradd",
            "groupadd",
            "adduser",
            "addgroup",
            "apt-get",
            "apk",
            "rm",
            "update-ca-certificates",
            "true",
            "set");

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
                        && usesNothing(image)
                        && !isHandled(workspace.uses(image.stage()))) {
                    Step copy = program(image, start);
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

    /// The step that brings what is started out of a stage that compiles Go or Rust.
    private static @Nullable Step program(ShippedImage image, ImageStart start) {
        Command first = start.commands().list().isEmpty()
                ? null
                : start.commands().list().getFirst();
        if (first == null || first.name().isEmpty()) {
            return null;
        }
        Step found = null;
        for (Step step : image.steps()) {
            if (!(step.instruction() instanceof Instruction.Transfer transfer)) {
                continue;
            }
            if (!(transfer instanceof Instruction.Copy copy)
                    || copy.from() == null
                    || !(step.value(copy.from()) instanceof Text.Known(String name))) {
                continue;
            }
            Stage origin = image.stage().file().stageReferred(name, step.stage().index());
            String language = origin == null ? null : CompileStep.language(origin);
            boolean compiled = language != null && (language.equals("Go") || language.equals("Rust"));
            if (compiled && brings(step, copy, first.name())) {
                found = step;
            }
        }
        return found;
    }

    private static boolean brings(Step step, Instruction.Copy copy, String program) {
        boolean named = Paths.lastName(step.value(copy.destination()).or("?")).equals(program);
        for (var source : copy.sources()) {
            named |= Paths.lastName(step.value(source).or("?")).equals(program);
        }
        return named;
    }

    /// Whether all that runs while the image is made is known and leaves nothing that the program could call.
    private static boolean usesNothing(ShippedImage image) {
        for (InstalledPackages.Installed installed : image.packages().list()) {
            if (!PACKAGES.contains(installed.named().name())) {
                return false;
            }
        }
        for (Step step : image.steps()) {
            switch (step.instruction()) {
                case Instruction.Run _ -> {
                    for (Command command : step.commands().list()) {
                        if (!PLAIN.contains(command.name())) {
                            return false;
                        }
                    }
                    if (!step.commands().isComplete()) {
                        return false;
                    }
                }
                case Instruction.Healthcheck check -> {
                    if (check.command() != null) {
                        return false;
                    }
                }
                case Instruction.Transfer transfer -> {
                    for (var source : transfer.sources()) {
                        if (source.text().endsWith(".sh")) {
                            return false;
                        }
                    }
                }
                default -> {
                    // The others leave nothing that could be called.
                }
            }
        }
        return true;
    }

    /// Whether a service may use the shell, for a check or to start something else.
    private static boolean isHandled(List<Workspace.Use> uses) {
        for (Workspace.Use use : uses) {
            if (use.service().command() != null
                    || use.service().entrypoint() != null
                    || use.service().healthcheck() != null) {
                return true;
            }
        }
        return false;
    }
}
