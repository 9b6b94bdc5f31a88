package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.CacheMount;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Argument;
import dev.drydock.model.command.Command;
import dev.drydock.model.command.PackageManager;
import dev.drydock.model.command.PackageOperation;
import dev.drydock.model.command.Removal;
import dev.drydock.model.command.Switch;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A cache that is mounted and then not used, or emptied.
public final class CacheDisabledUnderMount implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Step step : file.runs()) {
            List<CacheMount> mounts = CacheMount.of(step);
            if (mounts.isEmpty()) {
                continue;
            }
            for (PackageOperation operation : step.commands().packageOperations()) {
                for (CacheMount mount : mounts) {
                    check(file, step, operation, mount, report);
                }
            }
            for (Command command : step.commands()) {
                Removal removal = Removal.of(command);
                for (CacheMount mount : mounts) {
                    Argument path = removal == null ? null : emptying(step, removal, mount);
                    if (path != null) {
                        tell(file, path.span(), "empties the cache", mount, report);
                        break;
                    }
                }
            }
        }
    }

    private static void check(BuildFile file, Step step, PackageOperation operation, CacheMount mount, Report report) {
        if (operation.is(PackageManager.Action.CLEAN)) {
            for (String path : operation.cleaned(step.home())) {
                if (mount.touches(path)) {
                    tell(file, operation.verbSpan(), "empties the cache", mount, report);
                    return;
                }
            }
            return;
        }
        PackageOperation.Option option = operation.option(Switch.NO_CACHE);
        if (option == null || !operation.manager().usesCache(mount.path())) {
            return;
        }
        // A variable that says so stands elsewhere.
        boolean written = option.text().startsWith("-");
        tell(file, written ? option.span() : operation.verbSpan(), "does not use the cache", mount, report);
    }

    /// The argument of a removal that empties the mount, or what a manager keeps in it.
    private static @Nullable Argument emptying(Step step, Removal removal, CacheMount mount) {
        Argument whole = removal.emptying(mount.path());
        if (whole != null) {
            return whole;
        }
        for (PackageOperation operation : step.commands().packageOperations()) {
            for (String directory : operation.manager().cachedDirectories(step.home())) {
                Argument part = mount.holds(directory) ? removal.emptying(directory) : null;
                if (part != null) {
                    return part;
                }
            }
        }
        return null;
    }

    private static void tell(BuildFile file, Span place, String what, CacheMount mount, Report report) {
        report.at(file.source(), place, what + " that is mounted at " + mount.path() + "; leave this out, or the mount")
                .related(file.source(), mount.target().span(), "mounted here");
    }
}
