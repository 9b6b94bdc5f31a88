package dev.drydock.shellcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.model.build.BuildFile;
import dev.drydock.rule.Companion;
import dev.drydock.rule.Finding;
import dev.drydock.rule.Severity;
import dev.drydock.source.Source;
import dev.drydock.syntax.dockerfile.DockerfileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellCheckTest {

    @TempDir
    Path directory;

    private static BuildFile file(String text) {
        return new BuildFile(DockerfileReader.read(Source.of("Dockerfile", text)));
    }

    private static String words(Finding finding) {
        return finding.rule() + " "
                + finding.place().source().text(finding.place().span());
    }

    /// A program that keeps what it is given and says what it is told to.
    private Path program(String script) throws IOException {
        Path program = directory.resolve("shellcheck");
        Files.writeString(program, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return program;
    }

    /// Says one thing of line `line` of the first file it gets, and counts how often it is started.
    private Path saying(int line, int column, int endLine, int endColumn) throws IOException {
        return program("""
                echo started >> %s/starts
                for file; do :; done
                for each; do case $each in -*) ;; *) cp "$each" %s/seen; file=$each; break;; esac; done
                printf '{"comments":[{"file":"%%s","line":%d,"endLine":%d,"column":%d,"endColumn":%d,' "$file"
                printf '"level":"info","code":2086,"message":"Quote it.","fix":null}]}'
                exit 1
                """.formatted(directory, directory, line, endLine, column, endColumn));
    }

    private int starts() throws IOException {
        Path starts = directory.resolve("starts");
        return Files.exists(starts) ? Files.readAllLines(starts).size() : 0;
    }

    @Test
    void aRemarkIsAtItsWordsBehindContinuationsAndComments() throws IOException {
        String text = "FROM debian:12\nENV A=1\nRUN set -e; \\\n  # why\n  echo \\\n    $HOME/x\n";
        // The script is line 3, below the shell and one variable: `set -e;   echo     $HOME/x`.
        var shellCheck = new ShellCheck(saying(3, 20, 3, 27), null, 10);
        Companion.Found found = shellCheck.check(List.of(file(text)));
        assertThat(found.faults()).isEmpty();
        assertThat(found.findings()).singleElement().satisfies(finding -> {
            assertThat(words(finding)).isEqualTo("SC2086 $HOME/x");
            assertThat(finding.message()).isEqualTo("Quote it");
            assertThat(finding.level()).isEqualTo(Severity.INFO);
        });
        assertThat(directory.resolve("seen")).hasContent("#!/bin/sh\nexport A=1\nset -e;   echo     $HOME/x");
    }

    @Test
    void inAHeredocLinesCountAndCharactersAreNotBytes() throws IOException {
        String text = "FROM debian:12\nSHELL [\"/bin/bash\", \"-c\"]\nRUN <<EOF\necho a\necho \uD83D\uDC33\t$A\nEOF\n";
        var shellCheck = new ShellCheck(saying(3, 8, 3, 10), null, 10);
        assertThat(shellCheck.check(List.of(file(text))).findings())
                .singleElement()
                .satisfies(finding -> assertThat(words(finding)).isEqualTo("SC2086 $A"));
        assertThat(directory.resolve("seen")).content().startsWith("#!/bin/bash\necho a\n");
    }

    @Test
    void whatIsAboutTheLinesAboveTheScriptIsLeftOut() throws IOException {
        var shellCheck = new ShellCheck(saying(1, 1, 1, 2), null, 10);
        Companion.Found found = shellCheck.check(List.of(file("FROM debian:12\nRUN echo\n")));
        assertThat(found.findings()).isEmpty();
        assertThat(found.faults()).isEmpty();
    }

    @Test
    void manyScriptsGoThroughOneProcessAndTheSecondRunStartsNone() throws IOException {
        Path program = saying(2, 6, 2, 8);
        Path cache = directory.resolve("cache");
        List<BuildFile> files = List.of(
                file("FROM debian:12\nRUN echo $A\nRUN echo $B\nONBUILD RUN echo $C\n"),
                file("FROM debian:12\nRUN <<EOF\necho $D\nEOF\n"));
        List<String> first = new ShellCheck(program, cache, 10)
                .check(files).findings().stream().map(ShellCheckTest::words).toList();
        assertThat(first).containsExactly("SC2086 $A");
        assertThat(starts()).isEqualTo(1);
        List<String> second = new ShellCheck(program, cache, 10)
                .check(files).findings().stream().map(ShellCheckTest::words).toList();
        assertThat(second).isEqualTo(first);
        assertThat(starts()).isEqualTo(1);
        List<BuildFile> changed = List.of(file("FROM debian:12\nRUN echo $A $B\n"));
        new ShellCheck(program, cache, 10).check(changed);
        assertThat(starts()).isEqualTo(2);
    }

    @Test
    void aBrokenCacheIsNone() throws IOException {
        Path program = saying(2, 6, 2, 8);
        Path cache = directory.resolve("cache");
        List<BuildFile> files = List.of(file("FROM debian:12\nRUN echo $A\n"));
        new ShellCheck(program, cache, 10).check(files);
        try (Stream<Path> kept = Files.walk(cache)) {
            for (Path file : kept.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, "nonsense");
            }
        }
        assertThat(new ShellCheck(program, cache, 10).check(files).findings()).hasSize(1);
        assertThat(starts()).isEqualTo(2);
        Path notADirectory = Files.writeString(directory.resolve("file"), "");
        assertThat(new ShellCheck(program, notADirectory, 10).check(files).findings())
                .hasSize(1);
    }

    @Test
    void aProgramThatFailsIsOneFault() throws IOException {
        List<BuildFile> files = List.of(file("FROM debian:12\nRUN echo $A\n"));
        assertThat(new ShellCheck(program("echo 'cannot start' >&2; exit 4"), null, 10)
                        .check(files)
                        .faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).isEqualTo("failed with exit status 4: cannot start"));
        assertThat(new ShellCheck(program("echo rubbish"), null, 10)
                        .check(files)
                        .faults())
                .hasSize(1);
        assertThat(new ShellCheck(program("sleep 60"), null, 1).check(files).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).startsWith("did not finish within 1 seconds"));
        assertThat(new ShellCheck(directory.resolve("gone"), null, 10)
                        .check(files)
                        .faults())
                .hasSize(1);
    }

    @Test
    void otherShellsAndFormsAreLeftAlone() throws IOException {
        BuildFile file = file("""
                FROM debian:12
                RUN ["echo", "$A"]
                SHELL ["pwsh", "-c"]
                RUN echo $A
                SHELL ["zsh", "-c"]
                RUN echo $A
                RUN <<EOF
                #!/usr/bin/env python3
                print("$A")
                EOF
                """);
        assertThat(new ShellCheck(saying(2, 6, 2, 8), null, 10)
                        .check(List.of(file))
                        .findings())
                .isEmpty();
        assertThat(starts()).isZero();
    }

    @Test
    void aTriggerHasTheVariablesOfTheBuildItRunsInAndTheProxiesItNames() throws IOException {
        BuildFile file = file("""
                FROM debian:12
                ARG here=1
                ENV kept=1
                ONBUILD ARG later=1
                ONBUILD RUN echo $here $kept $later $http_proxy
                """);
        new ShellCheck(saying(5, 6, 5, 8), null, 10).check(List.of(file));
        assertThat(directory.resolve("seen")).hasContent("""
                        #!/bin/sh
                        export http_proxy=1
                        export kept=1
                        export later=1
                        echo $here $kept $later $http_proxy
                        """);
    }

    @Test
    void theRealOneFindsWhatItFinds() {
        Path program = ShellCheck.find(System.getenv("PATH"));
        assumeTrue(program != null, "shellcheck is not installed");
        BuildFile file = file("""
                FROM debian:12
                ARG VERSION=1
                RUN cd /src && \\
                    # the list
                    for f in $(ls *.c); do \\
                      echo $f $VERSION; \\
                    done
                RUN <<EOF
                # shellcheck disable=SC2086
                rm -rf $dir/
                [ -n $OTHER ]
                EOF
                """);
        Companion.Found found = new ShellCheck(program, null, 60).check(List.of(file));
        assertThat(found.faults()).isEmpty();
        assertThat(found.findings().stream().map(ShellCheckTest::words).toList())
                .contains("SC2045 $(ls *.c)", "SC2086 $f", "SC2070 $OTHER", "SC2154 $dir")
                .doesNotContain("SC2086 $VERSION", "SC2086 $dir");
    }

    @Test
    void theProgramIsSoughtInThePath() throws IOException {
        Path program = program("exit 0");
        assertThat(ShellCheck.find("/no/such:" + directory + ":/usr/bin")).isEqualTo(program);
        assertThat(ShellCheck.find("/no/such::" + directory.resolve("x"))).isNull();
        assertThat(ShellCheck.find(null)).isNull();
    }
}
