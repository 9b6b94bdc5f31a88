package dev.drydock.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a command is run in.
///
/// @param directory the working directory, absolute
/// @param terminal whether `out` is shown to a person
record Surroundings(
        Path directory, InputStream in, OutputStream out, OutputStream err, boolean terminal, Environment environment) {

    /// Looks up environment variables.
    @FunctionalInterface
    interface Environment {
        @Nullable
        String variable(String name);

        /// All of them.
        default Map<String, String> all() {
            return Map.of();
        }
    }
}
