package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.PackageManager;
import dev.drydock.model.command.PackageOperation;
import dev.drydock.model.command.Switch;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;
import dev.drydock.source.Span;
import dev.drydock.syntax.dockerfile.Instruction;
import org.jspecify.annotations.Nullable;

/// `apt-get install` that brings recommended packages.
public final class NoInstallRecommends implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            boolean configured = isConfigured(stage.parent());
            for (Step step : stage.steps()) {
                configured |= configures(step);
                if (!configured && step.instruction() instanceof Instruction.Run) {
                    check(file, step, report);
                }
            }
        }
    }

    private static void check(BuildFile file, Step step, Report report) {
        for (PackageOperation operation : step.commands().packageOperations()) {
            if (!operation.manager().name().equals("apt")
                    || !operation.is(PackageManager.Action.INSTALL)
                    || !operation.verb().equals("install")
                    || operation.has(Switch.NO_RECOMMENDS)
                    || operation.packages().isEmpty()) {
                continue;
            }
            Span verb = operation.verbSpan();
            var draft = report.at(
                    file.source(),
                    verb,
                    "installs recommended packages too; add --no-install-recommends and name what is needed");
            if (!step.isExecForm()) {
                Edit edit = Edit.insert(verb.end(), " --no-install-recommends");
                draft.fix(Fix.unsafe("add --no-install-recommends", file.source(), edit));
            }
        }
    }

    /// Whether a parent stage has told apt already.
    private static boolean isConfigured(@Nullable Stage stage) {
        for (Stage each = stage; each != null; each = each.parent()) {
            for (Step step : each.steps()) {
                if (configures(step)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether the step writes apt's setting to a file, or copies files to where apt looks for settings.
    private static boolean configures(Step step) {
        String text = step.text();
        return (text.contains("Install-Recommends") && text.contains("/etc/apt"))
                || (step.instruction() instanceof Instruction.Transfer transfer
                        && transfer.destination().text().startsWith("/etc/apt/apt.conf"));
    }
}
