package dev.drydock.model.compose;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody says of a project that its files do not tell.
public interface Arrangement {

    /// Nothing is said.
    Arrangement NONE = new Arrangement() {};

    /// What a file is for; null where nobody says.
    default @Nullable Role fileRole(String path) {
        return null;
    }

    /// What stages of a name are for; null where nobody says.
    default @Nullable Role stageRole(String name) {
        return null;
    }

    /// The Compose files that are run together, each laid over the one before, in every way in which they are.
    default List<List<String>> composeSets() {
        return List.of();
    }
}
