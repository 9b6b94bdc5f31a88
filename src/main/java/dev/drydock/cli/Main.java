package dev.drydock.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The program `drydock`.
public final class Main {

    private Main() {}

    /// The variables of this process.
    private record OwnVariables() implements Surroundings.Environment {

        @Override
        public @Nullable String variable(String name) {
            return System.getenv(name);
        }

        @Override
        public Map<String, String> all() {
            return System.getenv();
        }
    }

    /// Runs one command and ends the process with its exit code.
    public static void main(String[] args) {
        var surroundings = new Surroundings(
                Path.of("").toAbsolutePath(),
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                // The launcher knows at no cost; asking from here loads the console's classes.
                Boolean.getBoolean("drydock.terminal"),
                new OwnVariables());
        int exit = new Cli(surroundings).run(args);
        // All is written by now. System.exit would set up logging, to log that it exits.
        if (exit != 0) {
            Runtime.getRuntime().halt(exit);
        }
    }
}
