package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Argument;
import dev.drydock.model.command.Command;
import dev.drydock.model.command.FileWrite;
import dev.drydock.model.contents.Addition;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Word;
import java.util.ArrayList;
import java.util.List;

/// A step that writes below a path that was declared a volume before.
public final class WriteUnderVolume implements Rule.OnDockerfile {

    /// @param path without a slash at its end
    private record Declared(String path, Span span) {}

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            List<Declared> volumes = new ArrayList<>();
            for (Stage each : stage.lineage().reversed()) {
                for (Step step : each.steps()) {
                    if (step.instruction() instanceof Instruction.Volume volume) {
                        declare(step, volume, volumes);
                    } else if (each == stage && !volumes.isEmpty()) {
                        check(file, step, volumes, report);
                    }
                }
            }
        }
    }

    private static void declare(Step step, Instruction.Volume volume, List<Declared> volumes) {
        for (Word word : volume.paths()) {
            if (step.value(word) instanceof Text.Known(String path) && path.length() > 1 && path.startsWith("/")) {
                String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
                volumes.add(new Declared(trimmed, word.span()));
            }
        }
    }

    private static void check(BuildFile file, Step step, List<Declared> volumes, Report report) {
        for (Addition addition : Addition.of(step)) {
            check(file, addition.path(), addition.span(), volumes, report);
        }
        if (!(step.instruction() instanceof Instruction.Run)) {
            return;
        }
        for (Command command : step.commands()) {
            for (FileWrite write : FileWrite.of(command)) {
                check(file, write.path().value(), write.path().span(), volumes, report);
            }
            if (writes(command)) {
                Argument last = command.arguments().getLast();
                check(file, last.value(), last.span(), volumes, report);
            }
        }
    }

    private static boolean writes(Command command) {
        return switch (command.name()) {
            case "mkdir", "touch", "cp", "mv", "install", "chown", "chmod" ->
                command.arguments().size() > 0;
            default -> false;
        };
    }

    private static void check(BuildFile file, String path, Span span, List<Declared> volumes, Report report) {
        for (Declared volume : volumes) {
            if (path.equals(volume.path()) || path.startsWith(volume.path() + "/")) {
                report.at(
                                file.source(),
                                span,
                                path + " lies in the volume " + volume.path()
                                        + ": builders without BuildKit discard what is written there now; declare the volume below")
                        .related(file.source(), volume.span(), "the volume");
                return;
            }
        }
    }
}
