package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.NamedPackage;
import dev.drydock.model.command.PackageManager;
import dev.drydock.model.command.PackageOperation;
import dev.drydock.model.command.Switch;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// An install that no cache mount speeds up.
public final class PackageCacheMount implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            for (Step step : stage.steps()) {
                if (step.instruction() instanceof Instruction.Run run) {
                    check(file, step, run, report);
                }
            }
        }
    }

    private static void check(BuildFile file, Step step, Instruction.Run run, Report report) {
        Set<String> told = new HashSet<>();
        for (PackageOperation operation : step.commands().packageOperations()) {
            if (!fillsCache(operation) || hasMount(step, operation)) {
                continue;
            }
            List<String> caches = operation.manager().caches(step.home());
            if (told.add(operation.manager().name())) {
                var draft = report.at(
                        file.source(),
                        operation.verbSpan(),
                        "downloads anew in every build; add --mount=type=cache,target=" + caches.getFirst()
                                + " to this RUN");
                if (!operation.manager().isForSystem()) {
                    draft.fix(Fix.unsafe(
                            "mount a cache",
                            file.source(),
                            Edit.insert(
                                    run.head().keywordSpan().end(),
                                    " --mount=type=cache,target=" + caches.getFirst())));
                }
            }
        }
    }

    private static boolean fillsCache(PackageOperation operation) {
        boolean downloads = operation.is(PackageManager.Action.INSTALL)
                || (operation.is(PackageManager.Action.BUILD)
                        && operation.manager().fetchesToBuild());
        return downloads
                && !operation.manager().caches("/root").isEmpty()
                && !operation.has(Switch.OFFLINE)
                && !operation.has(Switch.CACHE_DIR)
                // Where somebody chose to keep nothing of the system's packages, there is nothing to keep.
                && !(operation.manager().isForSystem() && operation.has(Switch.NO_CACHE))
                && !isLocal(operation);
    }

    /// Whether all that it installs lies there already.
    private static boolean isLocal(PackageOperation operation) {
        if (operation.packages().isEmpty() || operation.has(Switch.FILES)) {
            return false;
        }
        for (NamedPackage named : operation.packages()) {
            if (named.source() != NamedPackage.Source.PATH) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasMount(Step step, PackageOperation operation) {
        for (String variable : operation.manager().cacheVariables()) {
            if (step.variable(variable) != null || operation.command().variable(variable) instanceof Text.Known) {
                return true;
            }
        }
        for (String cache : operation.manager().caches(step.home())) {
            if (step.mountOver(cache) != null) {
                return true;
            }
        }
        return step.mountBelow(operation.manager().caches(step.home()));
    }
}
