package dev.drydock.model.command;

import dev.drydock.model.data.DataTable;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The package managers that Drydock knows, from `data/package-managers.tsv`.
public final class PackageManagers {

    private PackageManagers() {}

    /// Read when the first command is looked up.
    private static final class Table {
        private static final Map<String, PackageManager> BY_NAME = new LinkedHashMap<>();
        private static final Map<String, PackageManager> BY_COMMAND = new HashMap<>();

        static {
            for (String[] fields : DataTable.rows("package-managers.tsv")) {
                PackageManager manager = BY_NAME.computeIfAbsent(fields[0], PackageManager::new);
                if (fields[1].equals("command")) {
                    for (String command : DataTable.split(fields[2], ',')) {
                        BY_COMMAND.put(command, manager);
                    }
                } else {
                    manager.add(fields[1], DataTable.split(fields[2], ','));
                }
            }
        }
    }

    /// The manager that an executable of this name is, or null.
    public static @Nullable PackageManager find(String command) {
        PackageManager manager = Table.BY_COMMAND.get(command);
        if (manager != null || command.isEmpty()) {
            return manager;
        }
        int end = command.length();
        while (end > 0 && (Character.isDigit(command.charAt(end - 1)) || command.charAt(end - 1) == '.')) {
            end--;
        }
        return Table.BY_COMMAND.get(command.substring(0, end) + "*");
    }

    /// Every manager, in the order of the table.
    public static Collection<PackageManager> all() {
        return Table.BY_NAME.values();
    }

    /// Whether a directory is, or lies in, what some manager is known to cache in.
    public static boolean isCache(String directory) {
        for (PackageManager manager : Table.BY_NAME.values()) {
            if (manager.usesCache(directory)) {
                return true;
            }
        }
        return false;
    }

    /// The manager of this name, such as `apt`; null where there is none.
    public static @Nullable PackageManager named(String name) {
        return Table.BY_NAME.get(name);
    }
}
