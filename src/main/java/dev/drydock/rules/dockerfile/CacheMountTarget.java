package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.CacheMount;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.PackageManager;
import dev.drydock.model.command.PackageManagers;
import dev.drydock.model.command.PackageOperation;
import dev.drydock.model.command.Switch;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import org.jspecify.annotations.Nullable;

/// A cache that is mounted where nothing looks for it: of a manager that does not run, or in another user's home.
public final class CacheMountTarget implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Step step : file.runs()) {
            for (CacheMount mount : CacheMount.of(step)) {
                String message = PackageManagers.isCache(mount.path()) ? message(step, mount) : null;
                if (message != null) {
                    report.at(file.source(), mount.target().span(), message);
                }
            }
        }
    }

    private static @Nullable String message(Step step, CacheMount mount) {
        PackageOperation other = null;
        for (PackageOperation operation : step.commands().packageOperations()) {
            if (operation.manager().usesCache(mount.path())) {
                return isElsewhere(step, operation, mount) ? homeMessage(step, operation) : null;
            }
            if (other == null && fills(operation)) {
                other = operation;
            }
        }
        if (other == null || !step.commands().areOnlyPackageOperations()) {
            return null;
        }
        return "nothing here uses this cache; " + other.manager() + " keeps what it downloads in "
                + other.manager().caches(step.home()).getFirst();
    }

    private static String homeMessage(Step step, PackageOperation operation) {
        return operation.manager() + " runs as " + step.user().or("root") + " here, and keeps what it downloads in "
                + operation.manager().caches(step.home()).getFirst();
    }

    private static boolean fills(PackageOperation operation) {
        boolean downloads = operation.is(PackageManager.Action.INSTALL) || operation.is(PackageManager.Action.BUILD);
        return downloads
                && !operation.has(Switch.NO_CACHE)
                && !operation.has(Switch.CACHE_DIR)
                && !operation.manager().caches("/root").isEmpty()
                && !isMoved(operation);
    }

    private static boolean isMoved(PackageOperation operation) {
        for (String variable : operation.manager().cacheVariables()) {
            if (operation.command().variable(variable) instanceof Text.Known) {
                return true;
            }
        }
        return false;
    }

    /// Whether the mount is certainly in the home of another user than the one who runs the operation: root's for
    /// somebody else, or somebody's for root.
    private static boolean isElsewhere(Step step, PackageOperation operation, CacheMount mount) {
        boolean movable = operation.command().mayRunAsAnother()
                || operation.has(Switch.CACHE_DIR)
                || isMoved(operation)
                || (operation.command().variable("HOME") instanceof Text.Known(String home)
                        && !home.equals(step.home()));
        if (movable || !(step.user() instanceof Text.Known(String user))) {
            return false;
        }
        if (step.home().equals("/root")) {
            return mount.path().startsWith("/home/");
        }
        return !user.isEmpty() && mount.path().startsWith("/root/");
    }
}
