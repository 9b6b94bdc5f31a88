package dev.drydock.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `mvn package` left under `target/dist`, run as users run it.
class DistributionTest {

    private static final Path ROOT = Path.of(System.getProperty("drydock.basedir", "."));

    /// Above what a run loads now, below what a careless import adds.
    private static final int MOST_CLASSES = 2_150;

    @TempDir
    Path directory;

    private Path distribution;

    private record Ended(int exit, String out, String err) {}

    @BeforeEach
    void find() throws IOException {
        Files.createDirectory(directory.resolve(".git"));
        Files.copy(ROOT.resolve("bench/example.Dockerfile"), directory.resolve("Dockerfile"));
        try (Stream<Path> files = Files.list(ROOT.resolve("target/dist"))) {
            distribution = files.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    private Ended run(Path working, List<String> command) throws IOException, InterruptedException {
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        var builder = new ProcessBuilder(command)
                .directory(working.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        // No Java is needed, wherever it may be.
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("PATH", "/usr/bin:/bin");
        int exit = builder.start().waitFor();
        return new Ended(exit, Files.readString(out), Files.readString(err));
    }

    private Ended drydock(String... args) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(distribution.resolve("bin/drydock").toString());
        command.addAll(List.of(args));
        return run(directory, command);
    }

    @Test
    void itLintsAndSaysNothingElse() throws Exception {
        Ended ended = drydock("check", "--quiet", "Dockerfile");
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out().lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).matches("Dockerfile:\\d+:\\d+: (error|warning|info|style): .*]"));
    }

    /// The distribution's classes are rewritten: they must say what the others say.
    @Test
    void itPrintsWhatTheReadmeSays() throws Exception {
        String drydock = distribution.resolve("bin/drydock").toAbsolutePath().toString();
        Ended ended = run(ROOT, List.of(drydock, "check", "testdata/projects/python-flask"));
        assertThat(ROOT.resolve("README.md")).content().contains("```\n" + ended.out() + "```\n");
    }

    @Test
    void exitCodesArrive() throws Exception {
        assertThat(drydock("--version").exit()).isZero();
        assertThat(drydock("check", "--fail-on", "none").exit()).isZero();
        assertThat(drydock("check", "gone").exit()).isEqualTo(2);
        Ended wrong = drydock("--no-such-option");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).startsWith("drydock: unknown option").hasLineCount(1);
    }

    @Test
    void itRunsThroughALinkAndWhereverItIsMoved() throws Exception {
        Path moved = directory.resolve("elsewhere with space/drydock");
        Files.createDirectories(moved.getParent());
        assertThat(run(directory, List.of("cp", "-r", distribution.toString(), moved.toString()))
                        .exit())
                .isZero();
        Path link = Files.createSymbolicLink(directory.resolve("link"), moved.resolve("bin/drydock"));
        Path second = Files.createSymbolicLink(directory.resolve("second"), Path.of("link"));
        for (Path way : List.of(link, second, Path.of("./link"))) {
            Ended ended = run(directory, List.of(way.toString(), "check", "-q", "Dockerfile"));
            assertThat(ended.err()).isEmpty();
            assertThat(ended.exit()).isEqualTo(1);
        }
    }

    @Test
    void everyOtherCommandWorksToo() throws Exception {
        assertThat(drydock("--help").out()).contains("Usage: drydock", "Exit codes:");
        assertThat(drydock("explain", "DL3006").out()).startsWith("# pin-base-image: ");
        assertThat(drydock("rules").out()).contains("\npin-base-image ");
        assertThat(drydock("completion", "zsh").out()).contains("#compdef drydock");
        assertThat(drydock("check", "--format", "sarif", "--fail-on", "none").out())
                .contains("\"ruleId\"");
    }

    /// What is shipped can be told from every other build.
    @Test
    void itKeepsResults() throws Exception {
        Ended without = drydock("check", "Dockerfile");
        assertThat(drydock("check", "--cache", "kept", "Dockerfile")).isEqualTo(without);
        assertThat(directory.resolve("kept")).isNotEmptyDirectory();
        assertThat(drydock("check", "--cache", "kept", "Dockerfile")).isEqualTo(without);
    }

    @Test
    void aRunLoadsABoundedNumberOfClassesFromTheCache() throws Exception {
        Path lib = distribution.resolve("lib");
        Ended ended = run(
                directory,
                List.of(
                        lib.resolve("runtime/bin/java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:AOTCache=" + lib.resolve("drydock.aot"),
                        "-Xlog:class+load",
                        "-cp",
                        lib.resolve("drydock.jar").toString(),
                        "dev.drydock.cli.Main",
                        "check",
                        "--shellcheck",
                        "off",
                        "Dockerfile"));
        List<String> loaded =
                ended.out().lines().filter(line -> line.contains(" source: ")).toList();
        assertThat(loaded).hasSizeBetween(500, MOST_CLASSES);
        assertThat(loaded).noneMatch(line -> line.contains(" picocli."));
        assertThat(loaded)
                .as("classes that are made at run time or that the cache does not hold")
                .filteredOn(line -> !line.contains("shared objects file"))
                .hasSizeLessThan(25)
                .noneMatch(line -> line.contains("TypeSwitch"));
    }

    @Test
    void noClassLeavesASwitchToRunTime() throws IOException {
        try (var jar = new ZipFile(distribution.resolve("lib/drydock.jar").toFile())) {
            for (var entry : jar.stream().toList()) {
                if (!entry.getName().startsWith("dev/drydock/")
                        || !entry.getName().endsWith(".class")) {
                    continue;
                }
                var type = ClassFile.of().parse(jar.getInputStream(entry).readAllBytes());
                assertThat(type.methods().stream()
                                .flatMap(method -> method.code().stream())
                                .flatMap(code -> code.elementStream())
                                .filter(InvokeDynamicInstruction.class::isInstance)
                                .map(call -> ((InvokeDynamicInstruction) call).bootstrapMethod())
                                .map(bootstrap -> bootstrap.owner().displayName()))
                        .as(entry.getName())
                        .doesNotContain("SwitchBootstraps");
            }
        }
    }
}
