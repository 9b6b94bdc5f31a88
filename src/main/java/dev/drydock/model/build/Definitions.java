package dev.drydock.model.build;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The variables of one kind that a stage defines, by name.
final class Definitions {

    /// A variable and the step from which on it counts.
    private record Definition(int step, Variable variable) {}

    private final Map<String, List<Definition>> byName = new HashMap<>();

    void add(Step step, Variable variable) {
        byName.computeIfAbsent(variable.name(), _ -> new ArrayList<>(1)).add(new Definition(step.index(), variable));
    }

    /// The variable as the step number `before` sees it, or null.
    @Nullable
    Variable last(String name, int before) {
        List<Definition> definitions = byName.get(name);
        if (definitions == null) {
            return null;
        }
        int low = 0;
        int high = definitions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (definitions.get(middle).step() < before) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? null : definitions.get(low - 1).variable();
    }

    /// Adds the names that the step number `before` sees.
    void addNames(int before, Collection<String> names) {
        for (String name : byName.keySet()) {
            if (last(name, before) != null) {
                names.add(name);
            }
        }
    }
}
