package dev.drydock.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The program that `mvn package` left under `target/dist`, run with bounds on its time and its memory.
///
/// @param home the directory of the distribution
record BuiltProgram(Path home) {

    /// Generous for a machine that does much else; a hang is a hang all the same.
    static final int SECONDS = 90;

    /// The heap that hostile files get, in MiB.
    static final int HEAP = 512;

    /// How a run ended.
    record Ended(int exit, String out, String err) {}

    static BuiltProgram find() throws IOException {
        Path dist = Path.of(System.getProperty("drydock.basedir", "."), "target/dist");
        try (Stream<Path> files = Files.list(dist)) {
            return new BuiltProgram(
                    files.filter(Files::isDirectory).findFirst().orElseThrow().toAbsolutePath());
        }
    }

    /// The command line that runs it as its launcher does, in a heap of so many MiB.
    List<String> command(int heap, String... arguments) {
        var command = new ArrayList<>(List.of(
                home.resolve("lib/runtime/bin/java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xmx" + heap + "m",
                "-cp",
                home.resolve("lib/drydock.jar").toString(),
                "dev.drydock.cli.Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    /// Runs it in a directory, within the bounds.
    Ended run(Path directory, int heap, String... arguments) throws IOException, InterruptedException {
        return run(directory, command(heap, arguments));
    }

    /// Runs a command in a directory, within the bound of time.
    static Ended run(Path directory, List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("drydock", ".out");
        Path err = Files.createTempFile("drydock", ".err");
        try {
            var builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().remove("JAVA_TOOL_OPTIONS");
            return new Ended(ended(builder.start()), text(out), text(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /// The exit code of a process, which must end in time.
    static int ended(Process process) throws InterruptedException {
        boolean inTime = process.waitFor(SECONDS, TimeUnit.SECONDS);
        if (!inTime) {
            process.destroyForcibly();
        }
        assertThat(inTime).as("ended within %s seconds", SECONDS).isTrue();
        return process.exitValue();
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    /// Asserts what holds whatever a project contains: no crash, no stack trace, nothing that a terminal obeys.
    static void assertOrderly(Ended ended) {
        assertThat(ended.exit()).as(ended.err()).isBetween(0, 2);
        assertThat(ended.err()).doesNotContain("Exception", "Error:", "\tat ", "internal error");
        assertThat(ended.out()).doesNotContain("Exception", "StackOverflow", "OutOfMemory", "more memory");
        for (String text : List.of(ended.out(), ended.err())) {
            assertThat(text.chars().filter(c -> (c < ' ' && c != '\n') || (c >= 0x7f && c <= 0x9f)))
                    .isEmpty();
        }
    }
}
