package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Paths;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Argument;
import dev.drydock.model.command.Command;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Word;
import org.jspecify.annotations.Nullable;

/// An archive that is copied and then unpacked.
public final class UseAddForArchives implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            for (Step step : stage.steps()) {
                if (step.instruction() instanceof Instruction.Copy copy && copy.from() == null && !step.isOnbuild()) {
                    check(stage, step, copy, report);
                }
            }
        }
    }

    private static void check(Stage stage, Step step, Instruction.Copy copy, Report report) {
        for (Word source : copy.sources()) {
            if (!(step.value(source) instanceof Text.Known(String path))
                    || !(step.value(copy.destination()) instanceof Text.Known(String destination))) {
                continue;
            }
            String name = name(Paths.mayBeArchive(destination) ? destination : path);
            Argument unpacked = Paths.mayBeArchive(path) ? unpacked(stage, step.index(), name) : null;
            if (unpacked != null) {
                report.at(
                                stage.file().source(),
                                source.span(),
                                path + " stays in the image after it is unpacked; ADD unpacks it and keeps no copy")
                        .related(stage.file().source(), unpacked.span(), "where it is unpacked");
            }
        }
    }

    private static @Nullable Argument unpacked(Stage stage, int after, String name) {
        for (Step step : stage.steps()) {
            if (step.index() <= after || !(step.instruction() instanceof Instruction.Run)) {
                continue;
            }
            for (Command command : step.commands().list()) {
                Argument archive = command.name().equals("tar") && extractsAll(command) ? archive(command, name) : null;
                if (archive != null) {
                    return archive;
                }
            }
        }
        return null;
    }

    private static @Nullable Argument archive(Command tar, String name) {
        for (Argument argument : tar.arguments()) {
            String path = argument.value();
            if (path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                    .equals(name)) {
                return argument;
            }
        }
        return null;
    }

    /// The last name of a path, of Windows too.
    private static String name(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /// What `ADD` cannot do — leave out leading directories, choose members — needs `tar`.
    private static boolean extractsAll(Command tar) {
        boolean extracts = false;
        for (int i = 0; i < tar.arguments().size(); i++) {
            String argument = tar.arguments().get(i).value();
            if (argument.startsWith("--strip")
                    || argument.startsWith("--exclude")
                    || argument.startsWith("--wildcards")) {
                return false;
            }
            boolean cluster = argument.startsWith("-") ? !argument.startsWith("--") : i == 0;
            extracts |=
                    argument.equals("--extract") || argument.equals("--get") || (cluster && argument.indexOf('x') >= 0);
        }
        return extracts;
    }
}
