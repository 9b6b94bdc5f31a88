package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.CacheMount;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Leftovers;
import dev.drydock.model.command.PackageManager;
import dev.drydock.model.command.PackageOperation;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.syntax.dockerfile.Instruction;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Package lists that are refreshed in one layer and used in another, where they may be as old as the cache.
public final class UpdateWithoutInstall implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        Map<Stage, PackageOperation> left = new HashMap<>();
        for (Stage stage : file.stages()) {
            PackageOperation lists = left.get(stage.parent());
            for (Step step : stage.steps()) {
                if (step.instruction() instanceof Instruction.Run) {
                    lists = check(file, step, lists, report);
                }
            }
            left.put(stage, lists);
        }
    }

    /// Reports one step.
    ///
    /// @param lists the update whose lists lie there from an earlier layer; null where none do, or that was told
    /// @return the update whose lists lie there after the step
    private static @Nullable PackageOperation check(
            BuildFile file, Step step, @Nullable PackageOperation lists, Report report) {
        PackageOperation update = null;
        boolean told = false;
        boolean certain = step.commands().areOnlyPackageOperations();
        for (PackageOperation operation : step.commands().packageOperations()) {
            switch (operation.action()) {
                case UPDATE -> update = operation;
                case INSTALL -> {
                    if (update == null && lists != null && certain && !told && usesLists(operation)) {
                        told = true;
                        report.at(
                                        file.source(),
                                        operation.verbSpan(),
                                        "installs from package lists of an earlier layer, which may be old; update in the"
                                                + " same RUN")
                                .related(file.source(), lists.verbSpan(), "the lists come from here");
                    }
                }
                case REMOVE, UPGRADE, CLEAN, BUILD -> {
                    // Neither brings lists nor takes a package from them.
                }
            }
        }
        if (update == null) {
            return lists;
        }
        if (certain && isAlone(step, update)) {
            report.at(
                    file.source(),
                    update.verbSpan(),
                    "refreshes package lists that the cache then keeps as they are; update and install in one RUN");
            return null;
        }
        return leavesLists(step, update) ? update : null;
    }

    private static boolean usesLists(PackageOperation operation) {
        return operation.manager().name().equals("apt")
                && operation.verb().equals("install")
                && operation.installsFromIndex();
    }

    /// Whether nothing in the step makes use of the lists, which no mount keeps fresh.
    private static boolean isAlone(Step step, PackageOperation update) {
        boolean listed = switch (update.manager().name()) {
            case "apt", "apk", "zypper" -> true;
            case String _ -> false;
        };
        if (!listed || update.command().isConditional() || isMounted(step, update)) {
            return false;
        }
        for (PackageOperation operation : step.commands().packageOperations()) {
            boolean uses = operation.is(PackageManager.Action.INSTALL) || operation.is(PackageManager.Action.UPGRADE);
            if (uses && operation.manager() == update.manager()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMounted(Step step, PackageOperation update) {
        for (CacheMount mount : CacheMount.of(step)) {
            if (update.manager().usesCache(mount.path())) {
                return true;
            }
        }
        return false;
    }

    private static boolean leavesLists(Step step, PackageOperation update) {
        for (Leftovers left : Leftovers.of(step.commands(), step.home(), false)) {
            if (left.operation().manager() == update.manager()) {
                return step.mountOver(left.directory()) == null;
            }
        }
        return false;
    }
}
