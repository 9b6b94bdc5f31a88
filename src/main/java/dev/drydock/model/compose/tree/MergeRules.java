package dev.drydock.model.compose.tree;

import dev.drydock.model.data.DataTable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The table of ways to merge, as a tree of keys that is walked beside the values.
final class MergeRules {

    /// Where nothing is special any more.
    static final MergeRules NONE = new MergeRules();

    private static final class Table {
        static final MergeRules ROOT = read();
    }

    private final Map<String, MergeRules> byKey = new HashMap<>();
    private @Nullable MergeRules any;
    private MergeWay way = MergeWay.DEEP;

    private MergeRules() {}

    /// The rules of a whole file.
    static MergeRules root() {
        return Table.ROOT;
    }

    MergeWay way() {
        return way;
    }

    /// The rules below a key, or below an item of a list, whose key is empty.
    MergeRules below(String key) {
        MergeRules named = byKey.get(key);
        return named != null ? named : any != null ? any : NONE;
    }

    private static MergeRules read() {
        var root = new MergeRules();
        for (String[] row : DataTable.rows("compose-merge.tsv")) {
            MergeRules at = root;
            for (String key : DataTable.split(row[0], '.')) {
                at = at.child(key);
            }
            at.way = MergeWay.named(row[1]);
        }
        return root;
    }

    private MergeRules child(String key) {
        if (!key.equals("*")) {
            return byKey.computeIfAbsent(key, _ -> new MergeRules());
        }
        if (any == null) {
            any = new MergeRules();
        }
        return any;
    }
}
