package dev.drydock.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
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

    /// Whether standard output is a terminal. The distribution's launcher knows at no cost; the native program has
    /// none, and asking the console would load its classes.
    private static boolean isTerminal() {
        String known = System.getProperty("drydock.terminal");
        if (known != null) {
            return known.equals("true");
        }
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException _) {
            return false;
        }
    }

    /// Runs one command and ends the process with its exit code.
    public static void main(String[] args) {
        var surroundings = new Surroundings(
                Path.of("").toAbsolutePath(),
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                isTerminal(),
                new OwnVariables());
        int exit = new Cli(surroundings).run(args);
        // All is written by now. System.exit would set up logging, to log that it exits.
        if (exit != 0) {
            Runtime.getRuntime().halt(exit);
        }
    }
}
