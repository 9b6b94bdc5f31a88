package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// ShellCheck as a user meets it: by settings, profiles, names and comments.
class ShellCheckCliTest {

    @TempDir
    Path directory;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void project() throws IOException {
        directory = directory.toRealPath();
        Files.createDirectory(directory.resolve(".git"));
        Files.writeString(
                directory.resolve("Dockerfile"),
                "FROM debian:12\nUSER 999\nRUN echo $A\nCMD [\"sh\", \"-c\", \"x\"]\n");
        Path bin = Files.createDirectory(directory.resolve("bin"));
        Path program = bin.resolve("shellcheck");
        Files.writeString(program, """
                #!/bin/sh
                for each; do case $each in -*) ;; *) file=$each; break;; esac; done
                printf '{"comments":['
                printf '{"file":"%s","line":2,"endLine":2,"column":6,"endColumn":8,' "$file"
                printf '"level":"info","code":2086,"message":"Quote it.","fix":null},'
                printf '{"file":"%s","line":2,"endLine":2,"column":1,"endColumn":5,' "$file"
                printf '"level":"error","code":2999,"message":"Broken.","fix":null}]}'
                exit 1
                """);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        environment.put("PATH", "/no/such:" + bin);
    }

    private String check(String... args) {
        var out = new ByteArrayOutputStream();
        var surroundings =
                new Surroundings(directory, InputStream.nullInputStream(), out, out, false, environment::get);
        String[] all = new String[args.length + 2];
        all[0] = "check";
        all[1] = "--quiet";
        System.arraycopy(args, 0, all, 2, args.length);
        int exit = new Cli(surroundings).run(all);
        return out.toString(StandardCharsets.UTF_8) + exit;
    }

    @Test
    void errorsAreRecommendedAndTheRestIsStrict() {
        assertThat(check("--ignore", "exec-form,signal-handling"))
                .isEqualTo("Dockerfile:3:5: error: Broken [SC2999]\n1");
        assertThat(check("--profile", "strict"))
                .contains("Dockerfile:3:5: error: Broken [SC2999]\n", "Dockerfile:3:10: info: Quote it [SC2086]\n");
        assertThat(check("--profile", "hadolint")).contains("[SC2999]", "[SC2086]");
        assertThat(check("--profile", "security")).doesNotContain("[SC");
    }

    @Test
    void codesAreNamesOfRules() throws IOException {
        assertThat(check("--select", "sc2086", "--fail-on", "info"))
                .isEqualTo("Dockerfile:3:10: info: Quote it [SC2086]\n1");
        assertThat(check("--ignore", "SC2999")).doesNotContain("[SC2999]");
        assertThat(check("--select", "exec-form")).doesNotContain("[SC");
        Files.writeString(directory.resolve("drydock.yaml"), "rules: {SC2086: warning, SC2999: off}\n");
        assertThat(check())
                .contains("Dockerfile:3:10: warning: Quote it [SC2086]")
                .doesNotContain("[SC2999]");
        Files.writeString(
                directory.resolve("drydock.yaml"), "overrides: [{paths: Dockerfile, rules: {SC2999: info}}]\n");
        assertThat(check()).contains("info: Broken [SC2999]").doesNotContain("[SC2086]");
    }

    @Test
    void commentsOfEveryDialectSilenceThem() throws IOException {
        for (String comment :
                new String[] {"hadolint ignore=SC2999", "drydock ignore=SC2999", "shellcheck disable=SC2999"}) {
            Files.writeString(
                    directory.resolve("Dockerfile"), "FROM debian:12\nUSER 999\n# " + comment + "\nRUN echo $A\n");
            assertThat(check()).as(comment).isEqualTo("0");
        }
    }

    @Test
    void whatARuleOfThatNameFoundIsNotSaidTwice() throws IOException {
        Files.writeString(directory.resolve("Dockerfile"), "FROM debian:12\nUSER 999\nRUN diff <(a) b\n");
        Path program = directory.resolve("bin/shellcheck");
        Files.writeString(program, Files.readString(program).replace("2999", "3001"));
        assertThat(check("--ignore", "SC2086")).contains("Dockerfile:3:5: error: Broken [SC3001]");
        Files.writeString(
                program,
                Files.readString(program).replace("\"column\":1,\"endColumn\":5", "\"column\":6,\"endColumn\":10"));
        assertThat(check("--ignore", "SC2086"))
                .contains("Dockerfile:3:10: error: ", "[shell-syntax-error]")
                .doesNotContain("[SC3001]");
        assertThat(check("--select", "SC3001")).contains("[shell-syntax-error]").doesNotContain("[SC3001]");
    }

    @Test
    void itIsAskedWhereItIsInstalledAlwaysOrNever() throws IOException {
        assertThat(check("--shellcheck", "off")).doesNotContain("[SC");
        Files.writeString(directory.resolve("drydock.yaml"), "shellcheck: off\n");
        assertThat(check()).doesNotContain("[SC");
        assertThat(check("--shellcheck", "on")).contains("[SC2999]");
        environment.put("PATH", "/no/such");
        assertThat(check("--shellcheck", "auto")).doesNotContain("[SC", "shellcheck");
        assertThat(check("--shellcheck", "on"))
                .isEqualTo("drydock: shellcheck is on, and no directory of PATH has it\n2");
        Files.writeString(directory.resolve("drydock.yaml"), "shellcheck: maybe\n");
        assertThat(check())
                .contains("drydock.yaml:1:13: maybe is not a word for shellcheck")
                .endsWith("2");
    }

    @Test
    void aProgramThatFailsHidesNothing() throws IOException {
        Files.writeString(directory.resolve("Dockerfile"), "FROM debian:12\nRUN sudo echo $A\n");
        Files.writeString(directory.resolve("bin/shellcheck"), "#!/bin/sh\necho 'out of order' >&2\nexit 3\n");
        assertThat(check("--profile", "strict"))
                .contains("out of order", "[no-sudo]")
                .doesNotContain("\tat ")
                .endsWith("2");
    }

    @Test
    void sarifExplainsTheCodes() {
        assertThat(check("--format", "sarif"))
                .contains("\"ruleId\": \"SC2999\"", "\"helpUri\": \"https://www.shellcheck.net/wiki/SC2999\"");
    }
}
