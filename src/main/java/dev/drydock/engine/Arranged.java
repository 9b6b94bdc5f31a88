package dev.drydock.engine;

import dev.drydock.model.compose.Arrangement;
import dev.drydock.model.compose.Role;
import dev.drydock.rule.Judge;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the configuration says of a project, in the words of the model.
record Arranged(Judge judge) implements Arrangement {

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
        return judge.composeSets();
    }

    private static @Nullable Role role(@Nullable String word) {
        return word == null ? null : new Role(Role.ofWord(word), "drydock.yaml says so");
    }
}
