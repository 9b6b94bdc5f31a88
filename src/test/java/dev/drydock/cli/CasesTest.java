package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs of the whole tool. Each folder of `testdata/cli` and `testdata/regressions` is one: the files of
/// `project/`, the arguments in `command`, and in `expected` what comes out. `-Ddrydock.golden=write` rewrites
/// `expected`.
class CasesTest {

    private static final Path TESTDATA =
            Path.of(System.getProperty("drydock.basedir", ".")).resolve("testdata");

    @TempDir
    Path directory;

    static Stream<Path> cases() throws IOException {
        try (var cli = Files.list(TESTDATA.resolve("cli"));
                var regressions = Files.list(TESTDATA.resolve("regressions"))) {
            return Stream.concat(cli, regressions).filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void comesOutAsExpected(Path folder) throws Exception {
        Path root = directory.toRealPath();
        Files.createDirectory(root.resolve(".git"));
        Path project = folder.resolve("project");
        try (var files = Files.walk(project)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = root.resolve(project.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        String out = run(root, Files.readString(folder.resolve("command")).strip());
        Path expected = folder.resolve("expected");
        if ("write".equals(System.getProperty("drydock.golden"))) {
            Files.writeString(expected, out);
        }
        assertThat(out).isEqualTo(Files.readString(expected));
    }

    private static String run(Path root, String command) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var surroundings = new Surroundings(root, InputStream.nullInputStream(), out, err, false, _ -> null);
        List<String> arguments = List.of(command.split(" "));
        int code = new Cli(surroundings).run(arguments.toArray(new String[0]));
        String errors = err.toString(StandardCharsets.UTF_8);
        return out.toString(StandardCharsets.UTF_8)
                + (errors.isEmpty() ? "" : "--- standard error\n" + errors)
                + "--- exit " + code + "\n";
    }
}
