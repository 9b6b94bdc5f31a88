package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Argument;
import dev.drydock.model.command.Command;
import dev.drydock.model.command.NamedPackage;
import dev.drydock.model.command.PackageManager;
import dev.drydock.model.command.PackageOperation;
import dev.drydock.model.command.Removal;
import dev.drydock.model.command.Switch;
import dev.drydock.model.contents.Addition;
import dev.drydock.model.contents.BindMount;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;
import dev.drydock.source.Span;
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
        var installed = new ArrayList<Installed>();
        for (Stage stage : target.lineage().reversed()) {
            for (Step step : stage.steps()) {
                if (step.instruction() instanceof Instruction.Run && !step.isOnbuild()) {
                    for (Command command : step.commands()) {
                        removedFiles(step, command, additions, report);
                    }
                    var brought = new ArrayList<Installed>();
                    for (PackageOperation operation : step.commands().packageOperations()) {
                        packages(step, operation, installed, brought, report);
                    }
                    installed.addAll(brought);
                }
                additions.addAll(Addition.of(step));
            }
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

    /// A package, or a group of packages, and where it was installed.
    private record Installed(String family, String name, Span span) {}

    private static void packages(
            Step step, PackageOperation operation, List<Installed> before, List<Installed> brought, Report report) {
        String family = operation.manager().family();
        if (!operation.manager().isForSystem() || operation.command().isConditional()) {
            return;
        }
        if (operation.is(PackageManager.Action.INSTALL)) {
            PackageOperation.Option group = operation.option(Switch.GROUP);
            if (group != null && group.value() != null) {
                brought.add(new Installed(
                        family, group.value().value(), group.value().span()));
            }
            for (NamedPackage named : operation.packages()) {
                brought.add(new Installed(family, named.name(), named.argument().span()));
            }
        } else if (operation.is(PackageManager.Action.REMOVE)) {
            for (NamedPackage named : operation.packages()) {
                for (Installed earlier : before) {
                    if (earlier.family().equals(family) && earlier.name().equals(named.name())) {
                        report.at(
                                        step.stage().file().source(),
                                        named.argument().span(),
                                        named.name()
                                                + " still ships in the layer that installed it; install and remove it in one RUN")
                                .related(step.stage().file().source(), earlier.span(), "installed here");
                        break;
                    }
                }
            }
        }
    }
}
