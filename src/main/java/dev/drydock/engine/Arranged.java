package dev.drydock.engine;

import dev.drydock.model.compose.Arrangement;
import dev.drydock.model.compose.Role;
import dev.drydock.rule.Judge;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the configuration says of a project, in the words of the model.
///
/// @param set Compose files that the command line lays over each other; empty where it names none
record Arranged(Judge judge, List<String> set) implements Arrangement {

    @Override
    public @Nullable Role fileRole(String path) {
        return role(judge.fileRole(path));
    }

    @Override
    public @Nullable Role stageRole(String name) {
        return role(judge.stageRole(name));
    }

    @Override
    public List<List<String>> composeSets() {
        if (set.isEmpty()) {
            return judge.composeSets();
        }
        var sets = new ArrayList<>(judge.composeSets());
        sets.add(set);
        return sets;
    }

    private static @Nullable Role role(@Nullable String word) {
        return word == null ? null : new Role(Role.ofWord(word), "drydock.yaml says so");
    }
}
