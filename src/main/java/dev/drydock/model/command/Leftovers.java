package dev.drydock.model.command;

import java.util.ArrayList;
import java.util.List;

/// What package managers leave in the layer of a `RUN`: indexes and downloads that nothing in the same `RUN`
/// removes.
///
/// @param operation the first operation that fills the directory
/// @param directory what is left
public record Leftovers(PackageOperation operation, String directory) {

    /// What the commands leave, a directory once.
    ///
    /// @param home the home directory of the user that runs them
    public static List<Leftovers> of(Commands commands, String home) {
        var left = new ArrayList<Leftovers>();
        for (Command command : commands) {
            Removal removal = Removal.of(command);
            if (removal != null) {
                left.removeIf(each -> removal.empties(each.directory()));
            }
            PackageOperation operation = PackageOperation.of(command);
            if (operation != null) {
                add(left, operation, home);
            }
        }
        return left;
    }

    private static void add(List<Leftovers> left, PackageOperation operation, String home) {
        switch (operation.action()) {
            case CLEAN -> {
                for (String path : operation.cleaned(home)) {
                    left.removeIf(each ->
                            each.directory().equals(path) || each.directory().startsWith(path + "/"));
                }
            }
            case INSTALL, UPDATE, UPGRADE -> {
                if (isKept(operation)) {
                    for (String directory : operation.manager().leftovers(home)) {
                        if (left.stream().noneMatch(each -> each.directory().equals(directory))) {
                            left.add(new Leftovers(operation, directory));
                        }
                    }
                }
            }
            case REMOVE, BUILD -> {
                // Leave nothing that the installs before them did not.
            }
        }
    }

    /// Whether the operation keeps anything: apt fills its lists only when it updates, apk and others only with a
    /// cache.
    private static boolean isKept(PackageOperation operation) {
        if (operation.has(Switch.NO_CACHE) || operation.has(Switch.OFFLINE) || operation.has(Switch.CACHE_DIR)) {
            return false;
        }
        return !operation.manager().name().equals("apt") || operation.is(PackageManager.Action.UPDATE);
    }
}
