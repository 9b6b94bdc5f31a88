package dev.drydock.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What lies about in a repository, and what happens around a run. Each run of what is shipped ends within
/// [BuiltProgram#SECONDS] in [BuiltProgram#HEAP] MiB, in order.
class HostileSurroundingsTest {

    private static final String FROM = "FROM alpine\nRUN apt-get install curl\n";
    private static final String WEB = "services:\n  web:\n    image: nginx\n    env_file: .env\n";
    private static final String SECRET = "root_secret_word";

    @TempDir
    Path place;

    private Path directory;
    private BuiltProgram drydock;

    @BeforeEach
    void find() throws IOException {
        drydock = BuiltProgram.find();
        directory = Files.createDirectories(place.resolve("project"));
        Files.createDirectory(directory.resolve(".git"));
        Files.writeString(place.resolve("outside"), "FROM " + SECRET + "\n" + SECRET + ": [1]\n");
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void link(String path, String target) throws IOException {
        Files.createSymbolicLink(directory.resolve(path), Path.of(target));
    }

    private BuiltProgram.Ended check(String... more) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("check", "--quiet", "--shellcheck", "off"));
        arguments.addAll(List.of(more));
        return drydock.run(directory, BuiltProgram.HEAP, arguments.toArray(new String[0]));
    }

    private static BuiltProgram.Ended shell(Path directory, String... command)
            throws IOException, InterruptedException {
        return BuiltProgram.run(directory, List.of(command));
    }

    @Test
    void linksThatRunInCirclesAreNotFollowed() throws Exception {
        write("Dockerfile", FROM + "COPY . .\n");
        write("sub/compose.yaml", WEB);
        link("a", "b");
        link("b", "a");
        link("self", "self");
        link("sub/up", "..");
        link("sub/here", ".");
        link("Dockerfile.loop", "Dockerfile.loop");
        var ended = check(".");
        BuiltProgram.assertOrderly(ended);
        assertThat(ended.out()).contains("Dockerfile:1:6").doesNotContain("up/", "here/");
        BuiltProgram.assertOrderly(check("a", "self", "Dockerfile.loop", "sub/up/sub/up/Dockerfile"));
    }

    @Test
    void nothingOutsideIsReadThroughALink() throws Exception {
        write("Dockerfile", FROM + "COPY . .\n");
        write("compose.yaml", WEB + "  b: {extends: {file: linked.yaml, service: " + SECRET + "}}\n");
        String outside = place.resolve("outside").toString();
        for (String name : List.of("Dockerfile.out", "linked.yaml", ".env", ".dockerignore", ".gitignore", "b.env")) {
            link(name, outside);
        }
        link("compose.override.yaml", "../outside");
        link("tree", place.toString());
        for (String format : List.of("text", "sarif", "json")) {
            var ended = check("--profile", "strict", "--format", format, ".", "Dockerfile.out");
            assertThat(ended.out()
                            .replace("service: " + SECRET, "")
                            .replace("service \"" + SECRET, "")
                            .replace("service \\\"" + SECRET, ""))
                    .doesNotContain("FROM " + SECRET, SECRET + ": [");
            assertThat(ended.exit()).isEqualTo(2);
        }
        var ended = check(".", "Dockerfile.out");
        assertThat(ended.out()).contains("Dockerfile.out: is no regular file inside of the project");
    }

    @Test
    void aConfigurationOutsideIsNotReadThroughALink() throws Exception {
        write("Dockerfile", FROM);
        link("drydock.yaml", place.resolve("outside").toString());
        var ended = check(".");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err())
                .contains("leads out of the repository")
                .hasLineCount(1)
                .doesNotContain(SECRET);
        assertThat(check("--no-config", ".").exit()).isEqualTo(1);
    }

    @Test
    void pipesAndDevicesAreNotOpened() throws Exception {
        write("Dockerfile", FROM + "COPY . .\n");
        for (String name :
                List.of("compose.yaml", ".env", ".dockerignore", ".gitignore", "Dockerfile.pipe", "drydock.yaml")) {
            assertThat(shell(directory, "mkfifo", name).exit()).isZero();
        }
        link("Dockerfile.zero", "/dev/zero");
        // Where it is allowed, a device of the repository's own.
        shell(directory, "mknod", "Dockerfile.device", "c", "1", "5");
        var ended = check(".");
        BuiltProgram.assertOrderly(ended);
        assertThat(ended.out()).contains("Dockerfile:1:6");
        var named = check(".", "Dockerfile.pipe", "Dockerfile.zero");
        BuiltProgram.assertOrderly(named);
        assertThat(named.out()).contains("Dockerfile.pipe: is no regular file", "Dockerfile.zero: is no regular file");
    }

    @Test
    void whatMayNotBeReadIsSaid() throws Exception {
        write("Dockerfile", FROM);
        write("closed/Dockerfile", FROM);
        write("secret.Dockerfile", FROM);
        write("compose.yaml", WEB);
        write(".env", "A=b\n");
        var nothing = PosixFilePermissions.fromString("---------");
        for (String path : List.of("closed", "secret.Dockerfile", ".env")) {
            Files.setPosixFilePermissions(directory.resolve(path), nothing);
        }
        for (Path open : List.of(place, directory)) {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        var command = new ArrayList<String>();
        if (Files.isReadable(directory.resolve(".env"))) {
            // Root may read all; nobody may not.
            command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        command.addAll(drydock.command(BuiltProgram.HEAP, "check", "--quiet", "--shellcheck", "off", "."));
        var able = new ArrayList<>(command.subList(0, command.size() - 5));
        able.add("--version");
        assumeTrue(BuiltProgram.run(directory, able).exit() == 0, "no other user can run what was built");
        var ended = BuiltProgram.run(directory, command);
        Files.setPosixFilePermissions(directory.resolve("closed"), PosixFilePermissions.fromString("rwxr-xr-x"));
        BuiltProgram.assertOrderly(ended);
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.out())
                .contains("fault: secret.Dockerfile: permission denied", "Dockerfile:1:6", "compose.yaml:");
    }

    @Test
    void filesMayVanishAndChangeWhileTheyAreRead() throws Exception {
        write("compose.yaml", WEB);
        var running = new Thread(() -> {
            for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
                try {
                    Path file = directory.resolve("d" + i % 50 + ".Dockerfile");
                    if (!Files.deleteIfExists(file)) {
                        Files.writeString(file, FROM.repeat(1 + i % 7));
                    }
                } catch (IOException _) {
                    return;
                }
            }
        });
        running.start();
        try {
            for (int i = 0; i < 5; i++) {
                var ended = check(".");
                BuiltProgram.assertOrderly(ended);
                assertThat(ended.out().lines().filter(line -> line.startsWith("fault: ")))
                        .allMatch(line -> line.matches("fault: d\\d+\\.Dockerfile: no such file"));
            }
        } finally {
            running.interrupt();
            running.join();
        }
    }

    @Test
    void aDirectoryOfVeryManyEntriesIsLookedThroughAsFarAsIsAllowed() throws Exception {
        write("Dockerfile", FROM + "COPY . .\n");
        Path many = Files.createDirectory(directory.resolve("many"));
        for (int i = 0; i < 100_000; i++) {
            Files.createFile(many.resolve("f" + i));
        }
        var ended = check(".");
        BuiltProgram.assertOrderly(ended);
        assertThat(ended.exit()).isEqualTo(1);
        write("drydock.yaml", "limits: {entries: 50000}\n");
        var cut = check(".");
        BuiltProgram.assertOrderly(cut);
        assertThat(cut.exit()).isEqualTo(2);
        assertThat(cut.out())
                .contains("fault: the project: has more than 50000 files and directories", "Dockerfile:1:6");
        // A hook that names files is not stopped by what else there is.
        assertThat(check("Dockerfile").exit()).isEqualTo(1);
    }

    @Test
    void namesAreShownAndEncoded() throws Exception {
        write("a\033[31mb/Dockerfile", FROM + "COPYY \033[2J\n");
        write("c\nd/Dockerfile", FROM);
        write("e::error::f,g:h%0A/Dockerfile", FROM);
        write("i j#k?l/Dockerfile", FROM);
        var text = check(".");
        BuiltProgram.assertOrderly(text);
        assertThat(text.out()).contains("a␛[31mb/Dockerfile:1:6", "c␊d/Dockerfile:1:6");
        var sarif = check("--format", "sarif", ".");
        BuiltProgram.assertOrderly(sarif);
        assertThat(sarif.out())
                .contains(
                        "\"a%1B%5B31mb/Dockerfile\"",
                        "\"c%0Ad/Dockerfile\"", "\"i%20j%23k%3Fl/Dockerfile\"", "%250A/Dockerfile\"");
        var github = check("--format", "github", ".");
        BuiltProgram.assertOrderly(github);
        assertThat(github.out())
                .contains("file=c%0Ad/Dockerfile,", "file=e%3A%3Aerror%3A%3Af%2Cg%3Ah%250A/Dockerfile,");
        assertThat(github.out().lines()).allMatch(line -> line.matches("::(error|warning|notice) file=.*"));
        var gone = check("g\033[31mone\n");
        BuiltProgram.assertOrderly(gone);
        assertThat(gone.exit()).isEqualTo(2);
        BuiltProgram.assertOrderly(check("--\033[31m"));
    }

    @Test
    void runsAtTheSameTimeLeaveOneWholeReport() throws Exception {
        for (int i = 0; i < 30; i++) {
            write("d" + i + "/Dockerfile", FROM.repeat(20));
        }
        assertThat(check("--output", "sarif=alone.sarif", ".").exit()).isEqualTo(1);
        var processes = new ArrayList<Process>();
        for (int i = 0; i < 6; i++) {
            processes.add(new ProcessBuilder(drydock.command(
                            BuiltProgram.HEAP,
                            "check",
                            "--quiet",
                            "--shellcheck",
                            "off",
                            "--output",
                            "sarif=one.sarif",
                            "."))
                    .directory(directory.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        }
        for (Process process : processes) {
            assertThat(BuiltProgram.ended(process)).isEqualTo(1);
        }
        assertThat(directory.resolve("one.sarif")).hasSameBinaryContentAs(directory.resolve("alone.sarif"));
        assertThat(names()).noneMatch(name -> name.endsWith(".part"));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFullDiskIsSaidInALine() throws Exception {
        write("Dockerfile", FROM.repeat(2000));
        String quoted = String.join(" ", drydock.command(BuiltProgram.HEAP, "check", "--shellcheck", "off"));
        var standard = shell(directory, "sh", "-c", quoted + " . > /dev/full");
        assertThat(standard.exit()).isEqualTo(2);
        assertThat(standard.err())
                .startsWith("drydock: cannot write the report")
                .hasLineCount(1);
        var device = check("--output", "/dev/full", ".");
        assertThat(device.exit()).isEqualTo(2);
        assertThat(device.err()).startsWith("drydock: cannot write /dev/full").hasLineCount(1);
    }

    @Test
    void aFullDiskLeavesTheOldReport() throws Exception {
        write("Dockerfile", FROM.repeat(2000));
        Path small = Files.createDirectory(directory.resolve("small"));
        assumeTrue(
                shell(directory, "mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", "small")
                                .exit()
                        == 0,
                "only root can make a disk that is full");
        try {
            Files.writeString(small.resolve("report.json"), "old");
            var ended = check("--output", "json=small/report.json", ".");
            assertThat(ended.exit()).isEqualTo(2);
            assertThat(ended.err()).startsWith("drydock: cannot write").hasLineCount(1);
            assertThat(small.resolve("report.json")).hasContent("old");
            assertThat(small.toFile().list()).containsExactly("report.json");
        } finally {
            shell(directory, "umount", "small");
        }
    }

    @Test
    void whoReadsOnlyTheHeadIsNotToldOfIt() throws Exception {
        write("Dockerfile", FROM.repeat(5000));
        String quoted = String.join(" ", drydock.command(BuiltProgram.HEAP, "check", "-q", "--shellcheck", "off", "."));
        var ended = shell(directory, "sh", "-c", quoted + " | head -n 1");
        assertThat(ended.exit()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).hasLineCount(1);
        var closed = shell(directory, "sh", "-c", quoted + " >&- 2>&-");
        assertThat(closed.exit()).isEqualTo(2);
    }

    @Test
    void anInterruptedRunLeavesTheOldReportAndNothingElse() throws Exception {
        for (int i = 0; i < 400; i++) {
            write("d" + i + "/Dockerfile", FROM.repeat(300));
        }
        write("report.json", "old");
        List<String> before = names();
        for (int milliseconds : new int[] {200, 700, 1500, 3000}) {
            // Whoever started the tests may have the signal ignored.
            var command = new ArrayList<>(List.of("env", "--default-signal=INT"));
            command.addAll(drydock.command(
                    BuiltProgram.HEAP, "check", "-q", "--shellcheck", "off", "--output", "json=report.json", "."));
            Path err = place.resolve("err");
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(err.toFile())
                    .start();
            boolean done = process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
            shell(directory, "kill", "-INT", Long.toString(process.pid()));
            assertThat(BuiltProgram.ended(process)).isIn(done ? 1 : 130, 1);
            assertThat(err).hasContent("");
            assertThat(names()).isEqualTo(before);
            String report = Files.readString(directory.resolve("report.json"));
            assertThat(report.equals("old") || report.endsWith("}\n")).isTrue();
        }
    }

    @Test
    void aReportIsNotWrittenThroughALink() throws Exception {
        write("Dockerfile", FROM);
        Path victim = place.resolve("victim");
        Files.writeString(victim, "mine");
        link("report.sarif", victim.toString());
        link("gone.sarif", place.resolve("not-there").toString());
        for (String name : List.of("report.sarif", "gone.sarif")) {
            var ended = check("--output", "sarif=" + name, ".");
            assertThat(ended.exit()).isEqualTo(2);
            assertThat(ended.err()).contains("it is a symbolic link").hasLineCount(1);
        }
        assertThat(victim).hasContent("mine");
        assertThat(place.resolve("not-there")).doesNotExist();
        // A system's names for open files are links, too.
        assertThat(check("--output", "/dev/stdout", ".").exit()).isEqualTo(1);
    }

    @Test
    void aProjectIsLeftAsItWas() throws Exception {
        write("Dockerfile", FROM + "COPY . .\n");
        write("compose.yaml", WEB);
        write("run.sh", "#!/bin/sh\ntouch ran\n");
        write("shellcheck", "#!/bin/sh\ntouch ran\n");
        for (String name : List.of("run.sh", "shellcheck")) {
            Files.setPosixFilePermissions(directory.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Map<String, Long> before = state();
        for (String command : List.of("check", "graph", "contents", "compose")) {
            var builder = new ProcessBuilder(drydock.command(BuiltProgram.HEAP, command, "."))
                    .directory(directory.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("PATH", ".:" + directory.getFileName() + "::");
            builder.environment().put("HOME", place.toString());
            BuiltProgram.ended(builder.start());
        }
        assertThat(state()).isEqualTo(before);
        assertThat(place.toFile().list()).containsExactlyInAnyOrder("project", "outside");
    }

    private Map<String, Long> state() throws IOException {
        var state = new TreeMap<String, Long>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.toList()) {
                state.put(file.toString(), Files.getLastModifiedTime(file).toMillis());
            }
        }
        return state;
    }
}
