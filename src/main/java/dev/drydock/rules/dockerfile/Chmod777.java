package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Argument;
import dev.drydock.model.command.Command;
import dev.drydock.model.command.FileMode;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Word;
import java.util.List;

/// Files that everybody may write.
public final class Chmod777 implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            for (Step step : stage.steps()) {
                switch (step.instruction()) {
                    case Instruction.Run _ -> {
                        for (Command command : step.commands()) {
                            if (command.name().equals("chmod")) {
                                check(file, command.arguments(), report);
                            }
                        }
                    }
                    case Instruction.Transfer transfer -> {
                        Word mode = transfer.flagValue("chmod");
                        if (mode != null
                                && step.value(mode) instanceof Text.Known(String text)
                                && FileMode.isWorldWritable(text)) {
                            report(file, mode.span(), text, report);
                        }
                    }
                    default -> {
                        // No other instruction sets modes.
                    }
                }
            }
        }
    }

    private static void check(BuildFile file, List<Argument> arguments, Report report) {
        for (int i = 0; i < arguments.size(); i++) {
            Argument mode = arguments.get(i);
            if (mode.isOption()) {
                continue;
            }
            boolean forAll = isForAll(arguments.subList(i + 1, arguments.size()));
            if (mode.text().isKnown() && FileMode.isWorldWritable(mode.value()) && !forAll) {
                report(file, mode.span(), mode.value(), report);
            }
            return;
        }
    }

    private static void report(BuildFile file, Span span, String mode, Report report) {
        report.at(
                file.source(),
                span,
                "mode " + mode + " lets every user and every process write; give it to an owner with chown, and take a "
                        + "narrower mode");
    }

    /// Whether all paths are places where everybody is meant to write.
    private static boolean isForAll(List<Argument> paths) {
        for (Argument path : paths) {
            switch (path.value()) {
                case "/tmp",
                        "/tmp/",
                        "/var/tmp",
                        "/var/tmp/",
                        "/dev/shm",
                        "/dev/null",
                        "/dev/stdout",
                        "/dev/stderr" -> {
                    // Meant for all.
                }
                default -> {
                    return false;
                }
            }
        }
        return true;
    }
}
