package dev.drydock.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Files that are made to break a reader. Each run of what is shipped ends within [BuiltProgram#SECONDS] and in the
/// heap that its row says, in order, and says what it did not read. Compose files of this kind have tests of their
/// own, `HostileComposeTest` and `HostileComposeCheckTest`.
@Execution(ExecutionMode.CONCURRENT)
class HostileFilesTest {

    private static final String FROM = "FROM alpine\n";
    private static final String WEB = "services:\n  web:\n    image: a\n";
    private static final int DEEP = 100_000;
    private static final int MILLION = 1_000_000;

    @TempDir
    Path directory;

    private BuiltProgram drydock;

    /// A project, made when it is its turn.
    static final class Hostile {
        private final String name;
        private final Map<String, byte[]> files = new LinkedHashMap<>();
        private int heap = BuiltProgram.HEAP;
        private int exit = 1;
        private String said = "";

        Hostile(String name) {
            this.name = name;
        }

        Hostile with(String path, String text) {
            return with(path, text, StandardCharsets.UTF_8);
        }

        Hostile with(String path, String text, Charset charset) {
            files.put(path, text.getBytes(charset));
            return this;
        }

        /// A project that asks for more than the default.
        Hostile allowing(String size, int newHeap) {
            heap = newHeap;
            return with("drydock.yaml", "limits: {file-size: " + size + "}\n");
        }

        Hostile ends(int newExit, String newSaid) {
            exit = newExit;
            said = newSaid;
            return this;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Hostile dockerfile(String name, String text) {
        return new Hostile(name).with("Dockerfile", FROM + text + "\n");
    }

    static Stream<Hostile> encodings() {
        return Stream.of(
                new Hostile("NUL bytes")
                        .with("Dockerfile", FROM + "RUN echo \0 a\0\0\nCOPY a\0 b\n" + "\0".repeat(DEEP))
                        .with("compose.yaml", WEB + "    command: \"\0\"\n")
                        .with(".env", "A=\0\n")
                        .with(".dockerignore", "\0*\n")
                        .ends(1, "a control character is not allowed in YAML"),
                new Hostile("invalid UTF-8")
                        .with(
                                "Dockerfile",
                                "FROM alp\u00ff\u00feine\nRUN echo \u00c3(\n" + "\u0080".repeat(DEEP),
                                StandardCharsets.ISO_8859_1)
                        .with("compose.yaml", WEB + "    command: \u00c3\n", StandardCharsets.ISO_8859_1)
                        .with(".env", "A=\u00ff\n", StandardCharsets.ISO_8859_1)
                        .with(".dockerignore", "\u00ff*\n", StandardCharsets.ISO_8859_1)
                        .ends(1, "Dockerfile:"),
                new Hostile("UTF-16")
                        .with("Dockerfile", FROM + "RUN a\n", StandardCharsets.UTF_16)
                        .with("compose.yaml", WEB, StandardCharsets.UTF_16)
                        .with(".env", "A=b\n", StandardCharsets.UTF_16)
                        .with(".dockerignore", "a\n", StandardCharsets.UTF_16)
                        .ends(1, "compose.yaml:"));
    }

    static Stream<Hostile> sizes() {
        String line = "RUN echo " + "a".repeat(50 << 20);
        String continued = "RUN a" + " \\\n b".repeat(MILLION);
        return Stream.of(
                dockerfile("a line of 50 MB", line).ends(2, "Dockerfile: is larger than 2 MiB"),
                dockerfile("a line of 50 MB that is allowed", line).allowing("64MiB", 1024),
                dockerfile("a million continuations", continued).ends(2, "Dockerfile: is larger than 2 MiB"),
                dockerfile("a million continuations that are allowed", continued)
                        .allowing("8MiB", 1024),
                dockerfile("a million empty continuations", "RUN a" + " \\\n".repeat(MILLION))
                        .allowing("8MiB", BuiltProgram.HEAP),
                dockerfile("a million strings in the exec form", "CMD [\"a\"" + ",\"a\"".repeat(MILLION) + "]")
                        .allowing("8MiB", 1024),
                new Hostile("a large Compose file")
                        .with("compose.yaml", WEB + "x-a: " + "a".repeat(3 << 20))
                        .ends(2, "compose.yaml: is larger than 2 MiB"),
                new Hostile("a large .env and ignore file")
                        .with("Dockerfile", FROM + "COPY . .\n")
                        .with("compose.yaml", WEB + "    env_file: .env\n")
                        .with(".env", "A=b\n".repeat(MILLION))
                        .with(".dockerignore", "a\n".repeat(2 * MILLION)),
                new Hostile("a large configuration")
                        .with("Dockerfile", FROM)
                        .with("drydock.yaml", "# a\n".repeat(MILLION))
                        .ends(2, ""));
    }

    static Stream<Hostile> depths() {
        return Stream.of(
                dockerfile("substitutions", "RUN echo " + nested("$(", ")")),
                dockerfile("open substitutions", "RUN echo " + "$(".repeat(DEEP)),
                dockerfile("subshells", "RUN " + nested("(", ")")),
                dockerfile("expansions", "RUN echo " + nested("${a:-", "}")),
                dockerfile("conditions", "RUN " + "if a; then ".repeat(DEEP) + "b" + "; fi".repeat(DEEP)),
                dockerfile("backquotes", "RUN echo " + "`".repeat(DEEP + 1)),
                dockerfile("quotes", "RUN echo " + "'\"".repeat(DEEP)),
                dockerfile("scripts in scripts", "RUN " + "sh -c '".repeat(DEEP)),
                dockerfile("triggers", "ONBUILD ".repeat(DEEP) + "RUN a"),
                dockerfile("expansions of Docker", "ENV a=" + nested("${a:-", "}")),
                dockerfile("open expansions of Docker", ("ENV a=" + "${a:-".repeat(190) + "\n").repeat(500)),
                dockerfile(
                        "open expansions of Docker in quotes", ("ENV a=" + "\"${a:-".repeat(190) + "\n").repeat(500)),
                dockerfile("arrays in the exec form", "CMD " + nested("[", "]")),
                dockerfile("objects in the exec form", "CMD [" + "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP) + "]"),
                new Hostile("arrays in Compose's JSON")
                        .with(
                                "compose.yaml",
                                "{\"services\":{\"web\":{\"image\":\"a\"}},\"x-a\":" + nested("[", "]") + "}")
                        .ends(1, "nested deeper than 200 levels"),
                new Hostile("objects in Compose's JSON")
                        .with(
                                "compose.yaml",
                                "{\"services\":{\"web\":{\"image\":\"a\"}},\"x-a\":" + "{\"a\":".repeat(DEEP) + "1"
                                        + "}".repeat(DEEP) + "}")
                        .ends(1, "nested deeper than 200 levels"),
                new Hostile("lists in a list, where the configuration allows fewer")
                        .with("compose.yaml", WEB + "x-a: [[[[[[[[[[]]]]]]]]]]\n")
                        .with("drydock.yaml", "limits: {nesting: 8}\n")
                        .ends(1, "nested deeper than 8 levels"),
                new Hostile("a deep configuration")
                        .with("Dockerfile", FROM)
                        .with("drydock.yaml", "[".repeat(DEEP))
                        .ends(2, ""),
                new Hostile("a lock file that is deep")
                        .with("Dockerfile", "FROM node\nCOPY package.json package-lock.json ./\nRUN npm ci\n")
                        .with("package.json", "[".repeat(DEEP))
                        .with("package-lock.json", "{\"a\":".repeat(MILLION)));
    }

    static Stream<Hostile> endless() {
        return Stream.of(
                dockerfile("a heredoc that never ends", "RUN <<EOF\n" + "echo a\n".repeat(200_000))
                        .ends(1, "heredoc is never closed"),
                dockerfile("heredocs that never end", "RUN <<E\n".repeat(DEEP)).ends(1, "heredoc is never closed"),
                dockerfile("many heredocs in one line", "RUN " + "<<E ".repeat(20_000) + "\necho a\n")
                        .ends(1, "heredoc is never closed"),
                dockerfile(
                        "a value that doubles", "ENV a=aaaaaaaaaa\n" + "ENV a=$a$a\n".repeat(60) + "USER $a\nRUN $a"),
                dockerfile(
                        "a long value many times",
                        "ENV a=" + "b".repeat(DEEP) + "\n" + "ENV c=$a$a USER=$a\n".repeat(DEEP / 4)),
                dockerfile("a directory that grows", "WORKDIR a\n".repeat(DEEP) + "COPY a b"),
                dockerfile("commands in a pipe", "RUN " + "a | ".repeat(400_000) + "b"),
                dockerfile("commands in a list", "RUN " + "a && ".repeat(300_000) + "b"),
                dockerfile("flags", "RUN " + "--mount=type=cache,target=/a ".repeat(60_000) + "a"),
                dockerfile("sources", "COPY " + "a ".repeat(DEEP) + "/b/"),
                new Hostile("comments")
                        .with("Dockerfile", "# drydock ignore=pin-base-image\n".repeat(60_000) + FROM)
                        .ends(0, ""),
                new Hostile("stages that copy from each other")
                        .with(
                                "Dockerfile",
                                FROM.strip() + " AS s0\n"
                                        + many(
                                                20_000,
                                                i -> "FROM alpine AS s" + (i + 1) + "\nCOPY --from=s" + i + " /a /\n")),
                new Hostile("stages that start from each other")
                        .with(
                                "Dockerfile",
                                FROM.strip() + " AS s0\n"
                                        + many(20_000, i -> "FROM s" + i + " AS s" + (i + 1) + "\nRUN a\n")),
                new Hostile("arguments that grow")
                        .with("Dockerfile", "ARG a=b\n" + many(50_000, _ -> "ARG a=$a$a\n") + "FROM $a\n")
                        .ends(0, ""),
                new Hostile("a variable of .env that doubles")
                        .with("compose.yaml", "services: {web: {image: $B}}\n")
                        .with(".env", "B=aaaaaaaaaa\n" + "B=$B$B\n".repeat(60))
                        .ends(0, ""),
                patterns("patterns to ignore", ".dockerignore"),
                patterns("patterns of git", ".gitignore"),
                new Hostile("classes of patterns that never end")
                        .with("Dockerfile", FROM + "COPY . .\n")
                        .with(".gitignore", "[".repeat(MILLION) + "\n" + "[a-\n".repeat(DEEP))
                        .with(".dockerignore", "[".repeat(MILLION) + "\n" + "[a-\n".repeat(DEEP)),
                new Hostile("patterns longer than any path")
                        .with("Dockerfile", FROM + "COPY . .\n")
                        .with(".gitignore", "*a".repeat(DEEP) + "\n" + "**/".repeat(DEEP) + "\n")
                        .with(".dockerignore", "*a".repeat(DEEP) + "\n" + "**/".repeat(DEEP) + "\n")
                        .with("a".repeat(200), ""),
                new Hostile("a pattern of stars")
                        .with("Dockerfile", FROM + "COPY . .\n")
                        .with(".dockerignore", "*a".repeat(5000) + "\n" + "**/".repeat(5000) + "a\n")
                        .with("a".repeat(200), ""),
                new Hostile("rules that are none")
                        .with("Dockerfile", FROM)
                        .with("drydock.yaml", "rules: {" + many(20_000, i -> "r" + i + ": off, ") + "}\n")
                        .ends(2, ""),
                new Hostile("aliases of a configuration")
                        .with("Dockerfile", FROM)
                        .with(
                                "drydock.yaml",
                                "x-0: &a0 [x]\n"
                                        + many(
                                                10,
                                                i -> "x-" + (i + 1) + ": &a" + (i + 1) + " ["
                                                        + ("*a" + i + ", ").repeat(10) + "]\n"))
                        .ends(2, ""));
    }

    private static Hostile patterns(String name, String path) {
        var hostile = new Hostile(name)
                .with("Dockerfile", FROM + "COPY . .\n")
                .with(path, "**/*a*b*c*d*e*f*\n!**/a\n".repeat(50_000));
        for (int i = 0; i < 300; i++) {
            hostile.with("f" + i, "");
        }
        return hostile;
    }

    private static String nested(String open, String close) {
        return open.repeat(DEEP) + close.repeat(DEEP);
    }

    private static String many(int count, IntFunction<String> piece) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(piece.apply(i));
        }
        return text.toString();
    }

    @BeforeEach
    void find() throws IOException {
        drydock = BuiltProgram.find();
        Files.createDirectory(directory.resolve(".git"));
    }

    @ParameterizedTest
    @MethodSource({"encodings", "sizes", "depths", "endless"})
    void theRunEndsInOrder(Hostile hostile) throws Exception {
        for (Map.Entry<String, byte[]> file : hostile.files.entrySet()) {
            Files.write(directory.resolve(file.getKey()), file.getValue());
        }
        var ended = drydock.run(
                directory, hostile.heap, "check", "--quiet", "--profile", "strict", "--shellcheck", "off", ".");
        BuiltProgram.assertOrderly(ended);
        assertThat(ended.exit()).as(ended.err()).isEqualTo(hostile.exit);
        assertThat(ended.out()).contains(hostile.said);
    }

    @ParameterizedTest
    @MethodSource("endless")
    void theOtherCommandsEndInOrderToo(Hostile hostile) throws Exception {
        for (Map.Entry<String, byte[]> file : hostile.files.entrySet()) {
            Files.write(directory.resolve(file.getKey()), file.getValue());
        }
        for (String command : new String[] {"graph", "contents", "compose"}) {
            var ended = drydock.run(directory, hostile.heap, command, ".");
            assertThat(ended.exit()).as(ended.err()).isBetween(0, 2);
            assertThat(ended.err()).doesNotContain("Exception", "\tat ", "internal error");
        }
    }

    @Test
    void aFileOf200MegabytesIsNotRead() throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), WEB);
        for (String name : new String[] {"Dockerfile", ".env", ".dockerignore", "package-lock.json"}) {
            try (var file = new RandomAccessFile(directory.resolve(name).toFile(), "rw")) {
                file.setLength(200L << 20);
            }
        }
        var ended = drydock.run(directory, 64, "check", "--quiet", ".");
        BuiltProgram.assertOrderly(ended);
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.out()).contains("fault: Dockerfile: is larger than 2 MiB", "compose.yaml:");
    }

    @Test
    void whatDoesNotFitInMemoryIsSaidInALine() throws Exception {
        Files.writeString(directory.resolve("Dockerfile"), FROM + "RUN " + "a ".repeat(8 << 20) + "\n");
        Files.writeString(directory.resolve("drydock.yaml"), "limits: {file-size: 32MiB}\n");
        var ended = drydock.run(directory, 64, "check", "--quiet", ".");
        assertThat(ended.exit()).isIn(2, 3);
        assertThat(ended.out() + ended.err()).contains("memory").doesNotContain("\tat ");
    }

    @Test
    void standardInputThatNeverEndsIsNotReadToItsEnd() throws Exception {
        var command = drydock.command(64, "check", "--quiet", "-");
        var process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(Path.of("/dev/zero").toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(BuiltProgram.ended(process)).isEqualTo(2);
        assertThat(said).contains("is larger than 2 MiB").hasLineCount(1);
    }
}
