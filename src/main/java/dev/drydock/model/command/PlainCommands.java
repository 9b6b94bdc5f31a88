package dev.drydock.model.command;

import dev.drydock.model.data.DataTable;
import java.util.HashSet;
import java.util.Set;

/// Commands that certainly do nothing to packages besides what they are seen to do, from `data/plain-commands.tsv`.
final class PlainCommands {

    private PlainCommands() {}

    private static final class Table {
        private static final Set<String> NAMES = new HashSet<>();

        static {
            for (String[] fields : DataTable.rows("plain-commands.tsv")) {
                NAMES.addAll(DataTable.split(fields[1], ','));
            }
        }
    }

    /// Whether all commands are plain, do what a package operation says, or only run others that are.
    static boolean areAll(Commands commands) {
        if (!commands.isComplete()) {
            return false;
        }
        for (Command command : commands) {
            if (!command.name().isEmpty()
                    && !Table.NAMES.contains(command.name())
                    && PackageOperation.of(command) == null
                    && !commands.runsAnother(command)) {
                return false;
            }
        }
        return true;
    }
}
