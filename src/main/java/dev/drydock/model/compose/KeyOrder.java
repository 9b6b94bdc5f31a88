package dev.drydock.model.compose;

import java.util.Comparator;
import java.util.List;

/// Keys in the order of a list. `x-*` in the list is all extensions, `*` all keys that are not in it; without a `*`
/// those come last. Keys of one place are in alphabetical order, or as they are written.
///
/// @param alphabetical whether keys that the list does not name itself are in alphabetical order
public record KeyOrder(List<String> keys, boolean alphabetical) implements Comparator<String> {

    public KeyOrder {
        keys = List.copyOf(keys);
    }

    @Override
    public int compare(String first, String second) {
        int order = Integer.compare(rank(first), rank(second));
        return order != 0 || !alphabetical ? order : NameOrder.INSTANCE.compare(first, second);
    }

    private int rank(String key) {
        int rank = keys.indexOf(key);
        if (rank < 0 && key.startsWith("x-")) {
            rank = keys.indexOf("x-*");
        }
        if (rank < 0) {
            rank = keys.indexOf("*");
        }
        return rank < 0 ? keys.size() : rank;
    }
}
