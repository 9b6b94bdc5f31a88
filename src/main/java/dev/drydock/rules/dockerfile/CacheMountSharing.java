package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.CacheMount;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.PackageOperation;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;
import dev.drydock.syntax.dockerfile.Mount;
import dev.drydock.syntax.dockerfile.Word;

/// A cache of apt's that builds share, though apt wants it for itself.
public final class CacheMountSharing implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Step step : file.runs()) {
            if (usesApt(step)) {
                for (CacheMount cache : CacheMount.of(step)) {
                    check(file, step, cache, report);
                }
            }
        }
    }

    private static boolean usesApt(Step step) {
        for (PackageOperation operation : step.commands().packageOperations()) {
            if (operation.manager().name().equals("apt")) {
                return true;
            }
        }
        return false;
    }

    private static void check(BuildFile file, Step step, CacheMount cache, Report report) {
        if (!cache.touches("/var/cache/apt") && !cache.touches("/var/lib/apt")) {
            return;
        }
        Mount.Option sharing = cache.mount().option("sharing");
        Word value = sharing == null ? null : sharing.value();
        if (sharing != null && (value == null || !step.value(value).is("shared"))) {
            return;
        }
        Edit edit = value == null
                ? Edit.insert(cache.mount().options().getLast().span().end(), ",sharing=locked")
                : new Edit(value.span(), "locked");
        report.at(
                        file.source(),
                        value == null ? cache.target().span() : value.span(),
                        "two builds at once fail over apt's lock in this cache; add sharing=locked")
                .fix(Fix.safe("lock the cache", file.source(), edit));
    }
}
