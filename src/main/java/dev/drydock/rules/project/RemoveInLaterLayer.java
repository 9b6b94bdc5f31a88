package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Argument;
import dev.drydock.model.command.Command;
import dev.drydock.model.command.Removal;
import dev.drydock.model.contents.Addition;
import dev.drydock.model.contents.BindMount;
import dev.drydock.model.contents.LateRemoval;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;
import dev.drydock.syntax.dockerfile.Instruction;
import java.util.ArrayList;
import java.util.List;

/// Files or packages that a later layer removes, and that ship all the same.
public final class RemoveInLaterLayer implements Rule.OnProject {

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
                        removedFiles(step, command, additions, report);
                    }
                }
                additions.addAll(Addition.of(step));
            }
        }
        for (LateRemoval late : LateRemoval.of(target)) {
            BuildFile file = late.step().stage().file();
            report.at(
                            file.source(),
                            late.named().span(),
                            late.named().name()
                                    + " still ships in the layer that installed it; install and remove it in one RUN")
                    .related(file.source(), late.installed(), "installed here");
        }
    }

    private static void removedFiles(Step step, Command command, List<Addition> additions, Report report) {
        Removal removal = Removal.of(command);
        if (removal == null || command.isConditional() || command.name().equals("find")) {
            return;
        }
        for (Argument argument : removal.paths()) {
            String path = argument.value();
            if (!path.startsWith("/")) {
                continue;
            }
            String removed = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
            for (Addition addition : additions) {
                if (addition.goesWith(removed)) {
                    report(step, command, argument, addition, report);
                    break;
                }
            }
        }
    }

    private static void report(Step step, Command command, Argument argument, Addition addition, Report report) {
        BuildFile file = step.stage().file();
        boolean fromStage = addition.transfer().flagValue("from") != null;
        var draft = report.at(
                        file.source(),
                        argument.span(),
                        argument.value() + " still ships in the layer that brought it; "
                                + (fromStage
                                        ? "mount it with RUN --mount=type=bind,from=… instead of copying it"
                                        : "mount it with RUN --mount=type=bind, or bring and remove it in one RUN"))
                .related(file.source(), addition.span(), "brought into the image here");
        List<Edit> edits = BindMount.instead(step, command, addition);
        if (!edits.isEmpty()) {
            draft.fix(Fix.unsafe("mount instead of copying", file.source(), edits.toArray(new Edit[0])));
        }
    }
}
