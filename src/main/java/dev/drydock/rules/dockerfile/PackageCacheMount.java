package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.PackageManager;
import dev.drydock.model.command.PackageOperation;
import dev.drydock.model.command.Switch;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// An install that no cache mount speeds up.
public final class PackageCacheMount implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Step step : file.runs()) {
            if (step.instruction() instanceof Instruction.Run run) {
                check(file, step, run, report);
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
                List<Edit> edits = edits(file, step, run, operation);
                if (!edits.isEmpty()) {
                    draft.fix(Fix.unsafe("mount a cache, and use it", file.source(), edits.toArray(new Edit[0])));
                }
            }
        }
    }

    /// Mounts the cache, and takes out what says not to use it; none where more would have to change.
    private static List<Edit> edits(BuildFile file, Step step, Instruction.Run run, PackageOperation first) {
        PackageManager manager = first.manager();
        List<Edit> edits = new ArrayList<>();
        if (manager.isForSystem()) {
            return edits;
        }
        edits.add(Edit.insert(
                run.head().keywordSpan().end(),
                " --mount=type=cache,target=" + manager.caches(step.home()).getFirst()));
        for (PackageOperation operation : step.commands().packageOperations()) {
            PackageOperation.Option option = operation.manager() == manager ? operation.option(Switch.NO_CACHE) : null;
            if (option == null) {
                continue;
            }
            Span span = option.span();
            String before = file.source().text().substring(span.start() - 2, span.start());
            // Alone on its line, it is what the line before continues to.
            if (!option.text().startsWith("--") || before.isBlank() || before.charAt(1) != ' ') {
                return List.of();
            }
            edits.add(Edit.delete(new Span(span.start() - 1, span.end())));
        }
        return edits;
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
                && !operation.takesOnlyFiles();
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
