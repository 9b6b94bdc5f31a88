package dev.drydock.model.build;

import java.util.Set;

/// What the name of a stage says.
final class StageNames {

    private StageNames() {}

    private static final Set<String> HELPERS = Set.of(
            "build",
            "builder",
            "base",
            "deps",
            "dependencies",
            "compile",
            "compiler",
            "download",
            "downloader",
            "fetch");

    /// Whether stages of this name exist only for others to use; whoever names a stage otherwise may build it with
    /// `--target`.
    static boolean isHelper(String name) {
        return HELPERS.contains(name);
    }
}
