package dev.drydock.model.command;

import java.util.ArrayList;
import java.util.List;

/// What package managers leave in the layer of a `RUN`: indexes and downloads that nothing in the same `RUN`
/// removes.
///
/// @param operation the first operation that fills the directory
/// @param directories where it is, the likeliest first: that depends on the tool's version
public record Leftovers(PackageOperation operation, List<String> directories) {

    public Leftovers {
        directories = List.copyOf(directories);
    }

    /// What the commands leave, a directory once.
    ///
    /// @param home the home directory of the user that runs them
    /// @param keepsDownloads whether the image was told to keep what is downloaded
    public static List<Leftovers> of(Commands commands, String home, boolean keepsDownloads) {
        var left = new ArrayList<Leftovers>();
        for (Command command : commands) {
            Removal removal = Removal.of(command);
            if (removal != null) {
                left.removeIf(each -> each.isEmptiedBy(removal));
            }
            PackageOperation operation = PackageOperation.of(command);
            if (operation != null) {
                add(left, operation, home, keepsDownloads);
            }
        }
        return left;
    }

    /// Where it most likely is.
    public String directory() {
        return directories.getFirst();
    }

    private boolean isEmptiedBy(Removal removal) {
        // Such as `$(yarn cache dir)`.
        if (removal.isOfSomethingUnknown()) {
            return true;
        }
        for (String directory : directories) {
            if (removal.empties(directory)) {
                return true;
            }
        }
        return false;
    }

    private boolean isEmptiedBy(PackageOperation clean, String path) {
        if (directory().equals(path) || directory().startsWith(path + "/")) {
            return true;
        }
        return clean.manager() == operation.manager() && directories.contains(path);
    }

    private static void add(List<Leftovers> left, PackageOperation operation, String home, boolean keepsDownloads) {
        switch (operation.action()) {
            case CLEAN -> {
                for (String path : operation.cleaned(home)) {
                    left.removeIf(each -> each.isEmptiedBy(operation, path));
                }
            }
            case INSTALL, UPDATE, UPGRADE -> {
                if (isKept(operation)) {
                    for (List<String> directories : operation.manager().leftovers(home)) {
                        add(left, operation, directories);
                    }
                }
                if (keepsDownloads && !operation.is(PackageManager.Action.UPDATE)) {
                    for (String directory : operation.manager().kept()) {
                        add(left, operation, List.of(directory));
                    }
                }
            }
            case REMOVE, BUILD -> {
                // Leave nothing that the installs before them did not.
            }
        }
    }

    private static void add(List<Leftovers> left, PackageOperation operation, List<String> directories) {
        for (Leftovers each : left) {
            if (each.directory().equals(directories.getFirst())) {
                return;
            }
        }
        left.add(new Leftovers(operation, directories));
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
