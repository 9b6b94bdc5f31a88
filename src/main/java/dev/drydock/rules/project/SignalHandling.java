package dev.drydock.rules.project;

import dev.drydock.model.ImageStart;
import dev.drydock.model.ShippedImage;
import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Command;
import dev.drydock.model.image.BaseImage;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;
import dev.drydock.syntax.dockerfile.CommandLine;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A shell or a package manager as process 1, which does not hand SIGTERM on to the program.
public final class SignalHandling implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            Set<Step> told = new HashSet<>();
            for (ShippedImage image : workspace.shippedImages(file)) {
                ImageStart start = image.start();
                if (start != null
                        && start.commands().isComplete()
                        && !start.yieldsToProgram()
                        && !isReplaced(workspace.uses(image.stage()))
                        && told.add(start.step())) {
                    check(image, start, report);
                }
            }
        }
    }

    private static void check(ShippedImage image, ImageStart start, Report report) {
        List<Command> commands = start.commands().list();
        Command last = start.last();
        if (last == null || image.stage().isWindows()) {
            return;
        }
        String manager = manager(commands.getFirst());
        if (manager != null && !isPlainShellForm(start)) {
            report.at(
                    start.place(),
                    manager + " is process 1, and stopping the container does not reach the program below it; start the"
                            + " program itself");
            return;
        }
        if (!(start.line() instanceof CommandLine.Exec) || commands.size() < 2 || !staysShell(image, start)) {
            return;
        }
        boolean simple = last.pipedFrom() == null
                && !last.isConditional()
                && last.assignments().isEmpty();
        var draft = report.at(
                start.place(),
                commands.getFirst().name() + " stays process 1, and stopping the container does not reach "
                        + (last.name().isEmpty() ? "the program" : last.name()) + "; "
                        + (simple ? "write exec before it" : "start it without a shell, or under an init"));
        if (simple) {
            draft.fix(Fix.unsafe(
                    "replace the shell by the program",
                    start.place().source(),
                    Edit.insert(last.span().start(), "exec ")));
        }
    }

    /// What exec-form reports.
    private static boolean isPlainShellForm(ImageStart start) {
        return start.line() instanceof CommandLine.Shell && start.step().shell().set() == null;
    }

    private static @Nullable String manager(Command first) {
        boolean runs = switch (first.name()) {
            case "npm", "yarn" ->
                !first.arguments().isEmpty()
                        && switch (first.arguments().getFirst().value()) {
                            case "start", "run", "run-script" -> true;
                            case String _ -> false;
                        };
            case String _ -> false;
        };
        return runs ? first.name() : null;
    }

    /// Whether the first word is a shell that surely waits for its last command: dash always does, every other one
    /// for a pipe.
    private static boolean staysShell(ShippedImage image, ImageStart start) {
        Command shell = start.commands().list().getFirst();
        Command last = start.last();
        if (last == null || !start.commands().runsAnother(shell)) {
            return false;
        }
        BaseImage known = image.stage().rootImage();
        boolean dash = shell.name().equals("dash")
                || (shell.name().equals("sh") && known != null && known.shell().equals("dash"));
        boolean isShell = switch (shell.name()) {
            case "sh", "dash", "bash", "ash", "zsh", "ksh" -> true;
            case String _ -> false;
        };
        return dash || (isShell && last.pipedFrom() != null);
    }

    /// Whether every service starts something else, or puts an init before it.
    private static boolean isReplaced(List<Workspace.Use> uses) {
        boolean replaced = !uses.isEmpty();
        for (Workspace.Use use : uses) {
            replaced &= !use.startsImage() || use.service().is("init");
        }
        return replaced;
    }
}
