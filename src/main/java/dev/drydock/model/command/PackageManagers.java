package dev.drydock.model.command;

import dev.drydock.model.data.DataTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The package managers that Drydock knows, from `data/package-managers.tsv`.
public final class PackageManagers {

    private PackageManagers() {}

    /// Read when the first command is looked up; what is known of a manager is taken apart when it is met, because
    /// a run meets few of them.
    private static final class Table {
        private static final Map<String, List<String[]>> ROWS = new LinkedHashMap<>();
        private static final Map<String, String> NAMES = new HashMap<>();
        private static final Map<String, PackageManager> MANAGERS = new ConcurrentHashMap<>();

        static {
            for (String[] fields : DataTable.rows("package-managers.tsv")) {
                if (fields[1].equals("command")) {
                    for (String command : DataTable.split(fields[2], ',')) {
                        NAMES.put(command, fields[0]);
                    }
                }
                ROWS.computeIfAbsent(fields[0], _ -> new ArrayList<>()).add(fields);
            }
        }

        private static @Nullable PackageManager manager(@Nullable String name) {
            List<String[]> rows = name == null ? null : ROWS.get(name);
            if (name == null || rows == null) {
                return null;
            }
            PackageManager known = MANAGERS.get(name);
            if (known != null) {
                return known;
            }
            var manager = new PackageManager(name);
            for (String[] fields : rows) {
                if (!fields[1].equals("command")) {
                    manager.add(fields[1], DataTable.split(fields[2], ','));
                }
            }
            PackageManager first = MANAGERS.putIfAbsent(name, manager);
            return first == null ? manager : first;
        }
    }

    /// The manager that an executable of this name is, or null.
    public static @Nullable PackageManager find(String command) {
        String name = Table.NAMES.get(command);
        if (name != null || command.isEmpty()) {
            return Table.manager(name);
        }
        int end = command.length();
        while (end > 0 && (Character.isDigit(command.charAt(end - 1)) || command.charAt(end - 1) == '.')) {
            end--;
        }
        return Table.manager(Table.NAMES.get(command.substring(0, end) + "*"));
    }

    /// Every manager, in the order of the table.
    public static Collection<PackageManager> all() {
        var all = new ArrayList<PackageManager>();
        for (String name : Table.ROWS.keySet()) {
            PackageManager manager = Table.manager(name);
            if (manager != null) {
                all.add(manager);
            }
        }
        return all;
    }

    /// Whether a directory is, or lies in, what some manager is known to cache in.
    public static boolean isCache(String directory) {
        for (PackageManager manager : all()) {
            if (manager.usesCache(directory)) {
                return true;
            }
        }
        return false;
    }

    /// The manager of this name, such as `apt`; null where there is none.
    public static @Nullable PackageManager named(String name) {
        return Table.manager(name);
    }
}
