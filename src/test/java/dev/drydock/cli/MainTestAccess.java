package dev.drydock.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Runs the program within a test of another package.
public final class MainTestAccess {

    private MainTestAccess() {}

    /// What a command prints.
    public static String run(Path directory, String... args) throws Exception {
        var out = new ByteArrayOutputStream();
        var surroundings =
                new Surroundings(directory.toRealPath(), InputStream.nullInputStream(), out, out, false, _ -> null);
        new Cli(surroundings).run(args);
        return out.toString(StandardCharsets.UTF_8);
    }
}
