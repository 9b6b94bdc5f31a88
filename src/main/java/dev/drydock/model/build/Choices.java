package dev.drydock.model.build;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The steps of one kind in a stage, in order, of which the last before a place is in force there.
final class Choices {

    private final List<Step> steps = new ArrayList<>();

    void add(Step step) {
        steps.add(step);
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    /// The last before the step number `before`, or null.
    @Nullable
    Step last(int before) {
        int count = count(before);
        return count == 0 ? null : steps.get(count - 1);
    }

    /// How many stand before the step number `before`.
    int count(int before) {
        int low = 0;
        int high = steps.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps.get(middle).index() < before) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
