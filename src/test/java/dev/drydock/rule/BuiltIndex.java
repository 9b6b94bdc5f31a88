package dev.drydock.rule;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Rule indexes made by the build's own indexer from pages that a test writes.
public final class BuiltIndex {

    private static final Path ROOT = Path.of(System.getProperty("drydock.basedir", "."));

    private BuiltIndex() {}

    /// What a run of the indexer left.
    public record Indexing(int exit, String out, String err) {}

    /// The index of these pages, by rule id.
    public static RuleIndex of(Map<String, String> pages) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("pages");
        try {
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Files.writeString(directory.resolve(page.getKey() + ".md"), page.getValue());
            }
            Path file = directory.resolve("index");
            Indexing run = run(directory.toString(), file.toString(), "9.8.7");
            if (run.exit() != 0) {
                throw new IOException(run.err());
            }
            return read(file);
        } finally {
            try (var files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    static RuleIndex read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return RuleIndex.read(() -> new ByteArrayInputStream(bytes));
    }

    static Indexing run(String... args) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                ROOT.resolve("src/dev/IndexRules.java").toString()));
        command.addAll(List.of(args));
        Path out = Files.createTempFile("out", ".txt");
        Path err = Files.createTempFile("err", ".txt");
        try {
            int exit = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start()
                    .waitFor();
            return new Indexing(exit, Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
