package dev.drydock.model;

import dev.drydock.model.build.Paths;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Command;
import dev.drydock.model.command.InstalledPackages;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A compiled program that is all that an image is for.
public final class LoneProgram {

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

    private LoneProgram() {}

    /// The step that brings what is started out of a stage that compiles Go or Rust; null where there is more to
    /// the image, or none such.
    public static @Nullable Step of(ShippedImage image, ImageStart start) {
        Command first = start.commands().list().isEmpty()
                ? null
                : start.commands().list().getFirst();
        if (first == null || first.name().isEmpty() || !usesNothing(image)) {
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
                        if (!PLAIN.contains(command.name()) && !step.commands().runsAnother(command)) {
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
}
