package dev.drydock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drydock.config.Settings;
import dev.drydock.rule.Finding;
import dev.drydock.rule.Outcome;
import dev.drydock.rule.RuleIndex;
import dev.drydock.rule.Severity;
import dev.drydock.rules.Rules;
import dev.drydock.source.MemoryTree;
import dev.drydock.source.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Judges all of the engine against what compose-go said of real files, each alone in its directory as
/// `compose.yaml` and without a variable set.
class ComposeVerdictsTest {

    private static final Path CORPUS = Path.of(System.getProperty("drydock.corpus", "../shared/corpus"));
    private static final RuleIndex INDEX = RuleIndex.load();

    /// What Compose itself refuses; each of these stops it whatever else there is in the directory.
    private static final Set<String> MODEL = Set.of(
            "compose-schema",
            "compose-syntax-error",
            "conflicting-settings",
            "dependency-cycle",
            "extends-missing",
            "include-missing",
            "invalid-interpolation",
            "profile-closure-broken",
            "service-without-image",
            "undefined-config",
            "undefined-dependency",
            "undefined-model",
            "undefined-network",
            "undefined-secret",
            "undefined-volume",
            "unknown-volume-option");

    /// Files that compose-go accepts and we do not, and why not.
    private static final Map<String, String> STRICTER = Map.of(
            "compose/docker__compose__pkg__e2e__fixtures__build-test__platforms__compose-unsupported-platform.yml",
            "the build fails: its platform is called unsupported",
            "compose/eugenp__tutorials__spring-security-modules__spring-security-oauth2-bff__keycloak__compose.yml",
            "the schema's pattern is not anchored, and Docker takes no slash in a container's name");

    /// Why we are silent on files that are refused, told by what compose-go says, and how many of each there are.
    /// Who runs Compose sets the variables: where the recording had none of them, a refusal says nothing of the
    /// file.
    private static final Map<String, Integer> SILENT = Map.of(
            "a variable must be set: required variable",
            9,
            "a variable that nobody set is the source or the target of a mount: empty section between colons",
            28,
            "a variable that nobody set is the port: no port specified",
            19,
            "a variable that nobody set is the image: has neither an image nor a build context",
            3,
            "a variable that nobody set is the name of the project: project name must not be empty",
            1,
            "a variable that nobody set is the name of the container: container_name '' does not match",
            1,
            "the file lies above the directory that is looked at: open local_deploy/",
            6,
            "the file is fetched by a loader that the tests of compose-go bring: open remote:",
            3);

    /// Messages that name something, and whether a line is the one that they mean.
    private static final List<Naming> NAMINGS = List.of(
            new Naming("^service \"([^\"]+)\" has neither an image", (named, at) -> at.isKey(named.group(1))),
            new Naming(
                    "refers to undefined \\w+ ([^ :]+)",
                    (named, at) -> at.text().contains(named.group(1))),
            new Naming("additional properties '([^']+)' not allowed", (named, at) -> at.isKey(named.group(1))),
            new Naming(
                    "build.platforms MUST include .*\"([^\"]+)\"",
                    (_, at) -> at.text().contains("linux/")),
            new Naming(
                    "line (\\d+): mapping key \"([^\"]+)\" already defined",
                    (named, at) -> at.isNumber(named.group(1)) && at.isKey(named.group(2))),
            new Naming("at L(\\d+)\\.C\\d+(?:-L(\\d+)\\.C\\d+)?", ComposeVerdictsTest::isWithin),
            new Naming(
                    "dependency cycle detected: (\\S+) ->",
                    (named, at) -> at.text().contains(named.group(1))),
            new Naming(
                    "(?s)invalid interpolation format.*?(\\$\\{\\S+)",
                    (named, at) -> at.text().contains(named.group(1))),
            new Naming("^env file (\\S+) not found", (named, at) -> at.text().contains(named.group(1))),
            new Naming("^open ([^:]+): no such file", (named, at) -> at.text().contains(named.group(1))));

    /// Files of which compose-go says first what we do not say, next to something else that we do.
    private static final Map<String, String> OTHERWISE = Map.of(
            "compose/docker__compose__pkg__e2e__fixtures__env_file__compose.yaml",
            "an absolute path, which is another machine's to have or not");

    /// @param message a pattern of messages that name something
    /// @param means whether a finding's line is that of the named thing
    private record Naming(Pattern message, BiPredicate<MatchResult, Line> means) {
        Naming(String message, BiPredicate<MatchResult, Line> means) {
            this(Pattern.compile(message), means);
        }
    }

    /// The line on which a finding is.
    private record Line(int number, String text) {
        static Line of(Finding finding) {
            Source source = finding.place().source();
            int number = source.line(finding.place().span().start());
            return new Line(
                    number, source.text().lines().toList().get(number - 1).strip());
        }

        boolean isKey(String key) {
            return text.startsWith(key + ":");
        }

        boolean isNumber(String digits) {
            return number == Integer.parseInt(digits);
        }
    }

    /// A file of the corpus with what was said of it.
    private record Judged(
            String path,
            String verdict,
            String message,
            boolean obsolete,
            List<Finding> found,
            List<Outcome.Fault> faults) {

        List<Finding> errors() {
            return found.stream()
                    .filter(finding -> finding.level() == Severity.ERROR)
                    .toList();
        }
    }

    private static final List<Judged> JUDGED = new ArrayList<>();

    @BeforeAll
    static void judge() throws Exception {
        Path file = CORPUS.resolve("verdicts-compose.jsonl");
        assumeTrue(Files.exists(file), "no corpus at " + CORPUS + "; -Ddrydock.corpus names it");
        var mapper = new ObjectMapper();
        for (String line : Files.readAllLines(file)) {
            JsonNode verdict = mapper.readTree(line);
            String path = verdict.path("path").asText();
            Outcome outcome = check(path);
            JUDGED.add(new Judged(
                    path,
                    verdict.path("verdict").asText(),
                    verdict.path("message").asText(),
                    verdict.path("warnings").toString().contains("`version` is obsolete"),
                    outcome.findings(),
                    outcome.faults()));
        }
    }

    private static Outcome check(String path) throws Exception {
        Source source = Source.of("compose.yaml", Files.readAllBytes(CORPUS.resolve(path)));
        var tree = new MemoryTree(Map.of("compose.yaml", source.text()));
        var project = new Project(tree, List.of(), List.of("compose.yaml"), Set.of("compose.yaml"));
        return new Engine(Rules.all(), Settings.of(INDEX, Settings.Choice.NONE), INDEX, 1).check(project);
    }

    @Test
    void noRuleFailsOnAnyFile() {
        assertThat(JUDGED).hasSizeGreaterThan(1600);
        assertThat(JUDGED).allSatisfy(judged -> assertThat(judged.faults()).isEmpty());
    }

    @Test
    void whatComposeAcceptsHasNoErrorOfTheModel() {
        var wrong = new ArrayList<String>();
        int accepted = 0;
        for (Judged judged : JUDGED) {
            if (judged.verdict().equals("accepted")) {
                accepted++;
                List<String> errors = judged.errors().stream()
                        .filter(finding -> MODEL.contains(finding.rule()))
                        .map(finding -> Line.of(finding).number() + " " + finding.rule() + " " + finding.message())
                        .toList();
                if (errors.isEmpty() == STRICTER.containsKey(judged.path())) {
                    wrong.add(judged.path() + ": " + errors);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(accepted).isEqualTo(1478);
    }

    @Test
    void whatComposeRefusesHasAnErrorOrHangsOnVariables() {
        Map<String, Integer> silent = new TreeMap<>();
        int refused = 0;
        for (Judged judged : JUDGED) {
            if (!judged.verdict().equals("accepted")) {
                refused++;
                if (judged.errors().stream().noneMatch(ComposeVerdictsTest::isOfModel)) {
                    silent.merge(cause(judged), 1, Integer::sum);
                }
            }
        }
        assertThat(silent).isEqualTo(SILENT);
        assertThat(refused).isEqualTo(95 + 58);
    }

    private static boolean isOfModel(Finding finding) {
        return MODEL.contains(finding.rule()) || finding.rule().equals("env-file-missing");
    }

    private static String cause(Judged judged) {
        for (String cause : SILENT.keySet()) {
            if (judged.message().contains(cause.substring(cause.indexOf(": ") + 2))) {
                return cause;
            }
        }
        return judged.path() + " " + judged.message();
    }

    @Test
    void findingsAreOnTheLinesThatComposeMeans() {
        var elsewhere = new ArrayList<String>();
        Map<String, Integer> found = new TreeMap<>();
        for (Judged judged : JUDGED) {
            List<Finding> errors = judged.errors().stream()
                    .filter(ComposeVerdictsTest::isOfModel)
                    .toList();
            for (Naming naming : NAMINGS) {
                MatchResult named = named(naming, judged);
                if (named == null || errors.isEmpty()) {
                    continue;
                }
                if (errors.stream().anyMatch(finding -> naming.means().test(named, Line.of(finding)))) {
                    found.merge(naming.message().pattern(), 1, Integer::sum);
                } else if (!OTHERWISE.containsKey(judged.path())) {
                    elsewhere.add(judged.path() + ": " + judged.message() + " but "
                            + errors.stream().map(Line::of).toList());
                }
            }
        }
        assertThat(elsewhere).isEmpty();
        assertThat(found).hasSameSizeAs(NAMINGS);
    }

    /// compose-go warns of a `version` in each file that it reads to the end.
    @Test
    void anObsoleteVersionIsOneWhereComposeWarns() {
        var wrong = new ArrayList<String>();
        int warned = 0;
        for (Judged judged : JUDGED) {
            boolean ours =
                    judged.found().stream().anyMatch(finding -> finding.rule().equals("obsolete-version"));
            warned += judged.obsolete() ? 1 : 0;
            if (judged.obsolete() != ours
                    && (judged.obsolete() || judged.verdict().equals("accepted"))) {
                wrong.add(judged.path());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(warned).isEqualTo(569);
    }

    private static @Nullable MatchResult named(Naming naming, Judged judged) {
        var matcher = naming.message().matcher(judged.message());
        return !judged.verdict().equals("accepted") && matcher.find() ? matcher.toMatchResult() : null;
    }

    private static boolean isWithin(MatchResult named, Line at) {
        int last = Integer.parseInt(named.group(2) == null ? named.group(1) : named.group(2));
        return at.number() >= Integer.parseInt(named.group(1)) && at.number() <= last;
    }
}
