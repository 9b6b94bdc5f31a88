package dev.drydock.model.context;

import dev.drydock.model.data.DataTable;
import java.util.ArrayList;
import java.util.List;

/// Directories that only those need who work on a project, by `data/development-files.tsv`.
public final class DevelopmentFiles {

    private DevelopmentFiles() {}

    private static final class Table {
        private static final List<String[]> ROWS = DataTable.rows("development-files.tsv");
    }

    /// Those at the top of a context that its ignore file does not leave out, in the order of the table.
    public static List<String> in(BuildContext context) {
        var found = new ArrayList<String>();
        List<String> names = context.names("");
        for (String[] row : Table.ROWS) {
            boolean holds =
                    names.contains(row[0] + "/") && !context.names(row[0]).isEmpty();
            if (holds) {
                found.add(row[0]);
            }
        }
        return found;
    }
}
