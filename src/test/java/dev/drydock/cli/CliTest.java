package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.drydock.config.ConfigException;
import dev.drydock.model.build.BuildFile;
import dev.drydock.rule.BuiltIndex;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.rule.RuleIndex;
import dev.drydock.source.Span;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {

    /// Flags every file that begins with FROM.
    static final class BeginsWithFrom implements Rule.OnDockerfile {
        @Override
        public void check(BuildFile file, Report report) {
            if (file.source().text().startsWith("FROM")) {
                report.at(file.source(), new Span(0, 4), "begins with FROM; begin otherwise");
            }
        }
    }

    /// Crashes where a file says so.
    static final class Planted implements Rule.OnDockerfile {
        @Override
        public void check(BuildFile file, Report report) {
            if (file.source().text().contains("crash")) {
                throw new IllegalStateException("planted");
            }
        }
    }

    private static final String PAGE = """
            ---
            title: a title
            level: warning
            profile: recommended, strict
            since: 0.1.0
            aliases: DL1
            fix: none
            security: 0
            options:
            ---
            Why.
            """;

    static RuleIndex index;

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();
    private String in = "";
    private boolean terminal;

    @BeforeAll
    static void index() throws Exception {
        index = BuiltIndex.of(Map.of("begins-with-from", PAGE, "planted", PAGE.replace("DL1", "DL2")));
    }

    @BeforeEach
    void repository() throws IOException {
        directory = directory.toRealPath();
        Files.createDirectory(directory.resolve(".git"));
    }

    private Surroundings surroundings(Path working) {
        var input = new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8));
        return new Surroundings(working, input, out, err, terminal, environment::get);
    }

    private int cli(String... args) {
        return new Cli(surroundings(directory)).run(args);
    }

    private int check(Path working, String... args) throws IOException {
        try {
            var arguments = Arguments.parse(Command.CHECK, args);
            List<Rule> rules = List.of(new BeginsWithFrom(), new Planted());
            return new CheckCommand(surroundings(working), rules, index)
                    .run(arguments)
                    .code();
        } catch (UsageException e) {
            err.writeBytes(e.getMessage().getBytes(StandardCharsets.UTF_8));
            return 2;
        } catch (ConfigException e) {
            err.writeBytes(e.getMessage().getBytes(StandardCharsets.UTF_8));
            return 2;
        }
    }

    private int check(String... args) throws IOException {
        return check(directory, args);
    }

    private void file(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void findingsAreReportedAndFailTheRun() throws IOException {
        file("Dockerfile", "FROM a\n");
        file("api/Dockerfile", "# fine\nFROM b\n");
        assertThat(check()).isEqualTo(1);
        assertThat(out()).isEqualTo("""
                Dockerfile:1:1: warning: begins with FROM; begin otherwise [begins-with-from]
                  1 | FROM a
                    | ^^^^
                  why: Why.

                1 problem in 1 of 2 files: 1 warning
                """);
        assertThat(err()).isEmpty();
    }

    @Test
    void pathsAreShownAsSeenFromTheWorkingDirectory() throws IOException {
        file("api/Dockerfile", "FROM a\n");
        Files.createDirectories(directory.resolve("web"));
        assertThat(check(directory.resolve("web"), "--quiet", "../api")).isEqualTo(1);
        assertThat(out()).startsWith("../api/Dockerfile:1:1: ");
    }

    @Test
    void aCrashInARuleIsNamedAndTheRestIsStillLinted() throws IOException {
        file("Dockerfile", "FROM a\n# crash\n");
        file("other/Dockerfile", "FROM b\n");
        assertThat(check("--quiet")).isEqualTo(3);
        assertThat(out()).startsWith("""
                        Dockerfile:1:1: warning: begins with FROM; begin otherwise [begins-with-from]
                        other/Dockerfile:1:1: warning: begins with FROM; begin otherwise [begins-with-from]
                        fault: rule planted on Dockerfile: java.lang.IllegalStateException: planted""");
        assertThat(out().lines()).hasSize(3);
    }

    @Test
    void aFileThatIsNotThereIsSaidAndTheRestIsStillLinted() throws IOException {
        file("Dockerfile", "FROM a\n");
        assertThat(check("--quiet", "Dockerfile", "gone/x")).isEqualTo(2);
        assertThat(out())
                .startsWith("Dockerfile:1:1: warning")
                .endsWith("\nfault: gone/x: no such file or directory\n");
    }

    @ParameterizedTest
    @CsvSource({"error, 0", "warning, 1", "info, 1", "style, 1", "none, 0"})
    void failOnDecidesTheExitCode(String level, int exit) throws IOException {
        file("Dockerfile", "FROM a\n");
        assertThat(check("--fail-on", level)).isEqualTo(exit);
    }

    @Test
    void rulesAreChosenByIdOrAlias() throws IOException {
        file("Dockerfile", "FROM a\n");
        assertThat(check("--ignore=dl1")).isZero();
        assertThat(check("--select", "planted,DL2")).isZero();
        assertThat(check("--select", "begins-with-from")).isEqualTo(1);
    }

    @Test
    void theConfigurationIsSoughtUpward() throws IOException {
        file("drydock.yaml", "rules: {DL1: info}\nexclude: [old]\n");
        file("api/v1/Dockerfile", "FROM a\n");
        file("api/old/Dockerfile", "FROM a\n");
        assertThat(check(directory.resolve("api"), "--quiet", "v1", "old")).isZero();
        assertThat(out()).isEqualTo("v1/Dockerfile:1:1: info: begins with FROM; begin otherwise [begins-with-from]\n");
        assertThat(check("--no-config", "api")).isEqualTo(1);
        file("other.yaml", "fail-on: error\n");
        assertThat(check("--config", "other.yaml", "api")).isZero();
    }

    @Test
    void aWrongConfigurationIsNamedWithItsPlace() throws IOException {
        file("drydock.yaml", "rules:\n  DL7: off\n");
        file("Dockerfile", "FROM a\n");
        assertThat(check()).isEqualTo(2);
        assertThat(err()).isEqualTo("drydock.yaml:2:3: unknown rule DL7; did you mean DL1?");
        assertThat(out()).isEmpty();
    }

    @Test
    void severalReportsAreWrittenAtOnce() throws IOException {
        file("Dockerfile", "FROM a\n");
        assertThat(check("--format", "github", "--output", "sarif=a.sarif", "--output=json=b.json"))
                .isEqualTo(1);
        assertThat(out()).startsWith("::warning file=Dockerfile,line=1");
        assertThat(directory.resolve("a.sarif")).content().contains("\"version\": \"2.1.0\"");
        var json = new JsonMapper().readTree(directory.resolve("b.json").toFile());
        assertThat(json.at("/findings/0/rule").asText()).isEqualTo("begins-with-from");
        try (var files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(".git", "Dockerfile", "a.sarif", "b.json");
        }
    }

    @Test
    void outputMovesTheReportToAFile() throws IOException {
        file("Dockerfile", "FROM a\n");
        assertThat(check("--output", "report.txt", "--color", "always")).isEqualTo(1);
        assertThat(out()).isEmpty();
        assertThat(directory.resolve("report.txt")).content().startsWith("Dockerfile:1:1: warning: begins");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--output x/y | cannot write DIR/x/y: no such directory",
                "--output sarf=a | --output sarf=a: sarf is no format; did you mean sarif?",
                "--format yaml | --format yaml: it is one of text, json, sarif, github",
                "--fail-on warnin | --fail-on warnin: it is one of error, warning, info, style, none; did you mean warning?",
                "--profile strct | --profile strct: it is one of recommended, strict; did you mean strict?",
                "--select DL9,DL1 | unknown rule DL9; did you mean DL1?",
                "--jobs 0 | --jobs 0: it is a number from 1 to 1024",
                "--jobs many | --jobs many: it is a number from 1 to 1024",
                "--config none.yaml | cannot read the configuration none.yaml",
                "--config a --no-config | --config and --no-config contradict each other",
                "--jobs | --jobs needs a value: N",
                "--quiet=yes | --quiet takes no value",
                "--sellect a | unknown option --sellect; did you mean --select?",
                "--color red | --color red: it is one of auto, always, never",
                "- Dockerfile | - is linted alone; name the other files in another run",
            })
    void whatCannotBeDoneIsSaidInOneLine(String arguments, String message) throws IOException {
        file("Dockerfile", "FROM a\n");
        assertThat(check(arguments.split(" ", -1))).isEqualTo(2);
        assertThat(err()).isEqualTo(message.replace("DIR", directory.toString()));
        assertThat(out()).isEmpty();
    }

    @Test
    void afterTwoHyphensAllAreOperands() throws UsageException {
        var arguments = Arguments.parse(Command.CHECK, "-q", "a", "--ignore=x,y", "--ignore", "z", "--", "--jobs", "-");
        assertThat(arguments.operands()).containsExactly("a", "--jobs", "-");
        assertThat(arguments.list("--ignore")).containsExactly("x", "y", "z");
        assertThat(arguments.has("--quiet")).isTrue();
    }

    @Test
    void standardInputStandsForAFile() throws IOException {
        file("api/Dockerfile", "# saved\n");
        in = "FROM unsaved\n";
        assertThat(check("--quiet", "--stdin-filename", "api/Dockerfile", "-")).isEqualTo(1);
        assertThat(out()).startsWith("api/Dockerfile:1:1: warning").hasLineCount(1);
        assertThat(check("--quiet", "-")).isEqualTo(1);
        assertThat(out()).contains("\nDockerfile:1:1: warning");
        assertThat(check("--stdin-filename", "no/Dockerfile", "-")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "auto, true, '', xterm, true",
        "auto, false, '', xterm, false",
        "auto, true, 1, xterm, false",
        "auto, true, '', dumb, false",
        "always, false, 1, dumb, true",
        "never, true, '', xterm, false",
    })
    void colour(String when, boolean onTerminal, String noColor, String term, boolean colored) throws IOException {
        file("Dockerfile", "FROM a\n");
        terminal = onTerminal;
        environment.put("NO_COLOR", noColor);
        environment.put("TERM", term);
        check("--color", when);
        assertThat(out().contains("\033[")).isEqualTo(colored);
    }

    @Test
    void noFileIsNoProblem() throws IOException {
        assertThat(check()).isZero();
        assertThat(out()).isEqualTo("nothing to lint: no Dockerfile and no Compose file found\n");
    }

    @Test
    void versionAndHelp() {
        assertThat(cli("--version")).isZero();
        assertThat(out()).matches("drydock \\d+\\.\\d+\\.\\d+\n");
        assertThat(cli("--help")).isZero();
        assertThat(out()).contains("--fail-on", "Exit codes:", "drydock completion bash|zsh|fish", "ignore=");
        for (String command : Command.NAMES) {
            assertThat(cli(command, "--help")).as(command).isZero();
            assertThat(out()).contains("Usage: drydock " + command);
        }
        assertThat(out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(err()).isEmpty();
    }

    @Test
    void aMistypedCommandIsSuggested() {
        assertThat(cli("chek")).isEqualTo(2);
        assertThat(out()).startsWith("fault: chek: no such file or directory; did you mean check?");
    }

    @Test
    void anUnknownRuleIsNotExplained() {
        assertThat(cli("explain", "no-such-rule")).isEqualTo(2);
        assertThat(err()).startsWith("drydock: unknown rule no-such-rule").hasLineCount(1);
        assertThat(cli("explain")).isEqualTo(2);
        assertThat(err()).contains("drydock: explain needs a RULE: A rule");
    }

    @Test
    void aRuleIsExplained() throws UsageException {
        assertThat(RuleCommands.explain(index, List.of("dl1", "begins-with-from")))
                .isEqualTo("""
                # begins-with-from: a title

                level warning · profiles recommended, strict · also known as DL1 · since 0.1.0

                Why.
                """);
    }

    @Test
    void rulesAreListed() throws IOException {
        assertThat(RuleCommands.table(index)).isEqualTo("""
                begins-with-from  warning  a title
                planted           warning  a title
                """);
        var json = new JsonMapper().readTree(RuleCommands.json(index));
        assertThat(json.at("/1/id").asText()).isEqualTo("planted");
        assertThat(json.at("/1/aliases/0").asText()).isEqualTo("DL2");
        assertThat(json.at("/0/profiles").toString()).isEqualTo("[\"recommended\",\"strict\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void completionScriptsComplete(String shell) throws Exception {
        file("script", Completion.script(List.of(shell), index));
        String test = """
                autoload() { :; }; bashcompinit() { :; }
                . %s
                try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _drydock; echo "${COMPREPLY[*]}"; }
                try drydock exp
                try drydock check --fail
                try drydock --fail-on w
                try drydock explain pl
                try drydock completion f
                try drydock rules --f
                """.formatted(directory.resolve("script"));
        var process =
                new ProcessBuilder("bash", "-c", test).redirectErrorStream(true).start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("explain\n--fail-on\nwarning\nplanted\nfish\n--format\n");
    }

    @Test
    void completionForFishNamesEveryOption() throws UsageException {
        String script = Completion.script(List.of("fish"), index);
        Command.CHECK
                .options()
                .forEach(option ->
                        assertThat(script).contains(" -l " + option.name().substring(2) + " "));
        assertThat(script.lines()).allSatisfy(line -> assertThat(line).startsWith("complete -c drydock -n '"));
        assertThat(cli("completion", "fis")).isEqualTo(2);
        assertThat(err()).endsWith("no completion for fis; it is one of bash, zsh, fish; did you mean fish?\n");
    }

    @Test
    void whatIsKeptIsKeptForThatConfiguration() throws IOException {
        file("Dockerfile", "FROM debian\nRUN apt-get install curl\n");
        file("drydock.yaml", "rules:\n  pin-base-image: off\n");
        List<List<String>> runs = List.of(
                List.of(),
                List.of("--no-config"),
                List.of("--profile", "strict"),
                List.of("--ignore", "DL3008"),
                List.of("--select", "DL3008"),
                List.of("--limit", "file-size=20"),
                List.of("--jobs", "1", "--fail-on", "none"));
        var without = new ArrayList<String>();
        for (List<String> run : runs) {
            without.add(said(run));
        }
        assertThat(new HashSet<>(without)).hasSizeGreaterThan(4);
        for (String round : List.of("cold", "warm")) {
            for (int i = 0; i < runs.size(); i++) {
                var run = new ArrayList<>(runs.get(i));
                run.addAll(List.of("--cache", "../" + directory.getFileName() + ".cache"));
                assertThat(said(run)).as(round + " " + run).isEqualTo(without.get(i));
            }
        }
        file("drydock.yaml", "profile: security\n");
        assertThat(said(List.of("--cache", "../" + directory.getFileName() + ".cache")))
                .isEqualTo(said(List.of()));
    }

    private String said(List<String> arguments) {
        out.reset();
        var all = new ArrayList<>(List.of("check", "--shellcheck", "off", "--format", "json"));
        all.addAll(arguments);
        int code = cli(all.toArray(new String[0]));
        return code + out() + err();
    }
}
