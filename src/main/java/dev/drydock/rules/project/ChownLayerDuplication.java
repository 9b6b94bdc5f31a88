package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Paths;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Argument;
import dev.drydock.model.command.Command;
import dev.drydock.model.contents.Addition;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Files that a later layer gives another owner or mode, and so holds once more.
public final class ChownLayerDuplication implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            for (Stage target : workspace.shipped(file)) {
                check(target, report);
            }
        }
    }

    private static void check(Stage target, Report report) {
        var additions = new ArrayList<Addition>();
        for (Stage stage : target.lineage().reversed()) {
            for (Step step : stage.steps()) {
                if (step.instruction() instanceof Instruction.Run && !step.isOnbuild()) {
                    for (Command command : step.commands()) {
                        check(step, command, additions, report);
                    }
                }
                additions.addAll(Addition.of(step));
            }
        }
    }

    private static void check(Step step, Command command, List<Addition> additions, Report report) {
        boolean chown = command.name().equals("chown") || command.name().equals("chgrp");
        if ((!chown && !command.name().equals("chmod")) || !isRecursive(command) || command.isConditional()) {
            return;
        }
        List<Argument> arguments = new ArrayList<>();
        for (Argument argument : command.arguments()) {
            if (!argument.isOption()) {
                arguments.add(argument);
            }
        }
        for (int i = 1; i < arguments.size(); i++) {
            Argument argument = arguments.get(i);
            Addition addition = covered(step, argument, additions);
            if (addition == null || addition.transfer().flag(chown ? "chown" : "chmod") != null) {
                continue;
            }
            report.at(
                            step.stage().file().source(),
                            command.executable().span(),
                            command.name() + " -R stores all of " + argument.value() + " in the image once more; write "
                                    + keyword(addition.transfer())
                                    + (chown ? " --chown" : " --chmod"))
                    .related(step.stage().file().source(), addition.span(), "copied here");
            return;
        }
    }

    /// What should bring the files: `COPY`, but for a download.
    private static String keyword(Instruction.Transfer transfer) {
        for (Word source : transfer.sources()) {
            if (Paths.isRemote(source.text())) {
                return "ADD";
            }
        }
        return "COPY";
    }

    private static boolean isRecursive(Command command) {
        for (Argument argument : command.arguments()) {
            String option = argument.prefix();
            if (argument.is("--recursive")
                    || (argument.isOption() && option.charAt(1) != '-' && option.indexOf('R') > 0)) {
                return true;
            }
        }
        return false;
    }

    /// What was copied to or below the path that an argument names, or null.
    private static @Nullable Addition covered(Step step, Argument argument, List<Addition> additions) {
        if (!(argument.text() instanceof Text.Known(String written))
                || (!Paths.isAbsolute(written) && !(step.workdir() instanceof Text.Known(var _)))) {
            return null;
        }
        String path = Paths.join(step.workdir().or("/"), written);
        for (Addition addition : additions) {
            if (addition.goesWith(path)) {
                return addition;
            }
        }
        return null;
    }
}
