package dev.drydock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.config.Settings;
import dev.drydock.rule.Finding;
import dev.drydock.rule.RuleIndex;
import dev.drydock.rule.RuleInfo;
import dev.drydock.rules.Rules;
import dev.drydock.source.MemoryTree;
import dev.drydock.source.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Judges the rules that have a BuildKit check as alias against the checks that BuildKit raised over real files.
class BuildKitChecksTest {

    private static final Path CORPUS = Path.of(System.getProperty("drydock.corpus", "../shared/corpus"));
    private static final Pattern FILE = Pattern.compile("\"path\": \"([^\"]+)\", \"accepted\": true");
    private static final Pattern CHECK = Pattern.compile("\"rule\": \"([^\"]+)\", \"line\": (\\d+)");
    private static final RuleIndex INDEX = RuleIndex.load();

    /// The checks that can be compared: `UndefinedVar` was recorded without base images, `NoEmptyContinuation` at
    /// the end of the instruction, `SecretsUsedInArgOrEnv` at its start and by names alone.
    private static final List<String> JUDGED = List.of(
            "ConsistentInstructionCasing",
            "DuplicateStageName",
            "ExposeInvalidFormat",
            "ExposeProtoCasing",
            "FromAsCasing",
            "InvalidDefaultArgInFrom",
            "JSONArgsRecommended",
            "LegacyKeyValueFormat",
            "MaintainerDeprecated",
            "MultipleInstructionsDisallowed",
            "RedundantTargetPlatform",
            "ReservedStageName",
            "StageNameCasing",
            "UndefinedArgInFrom",
            "WorkdirRelativePath");

    /// Files that Drydock judges otherwise on purpose: snippets that silence a check in the file itself, which the
    /// recording did not heed, or of which it lists one line only; and names of images that no argument made wrong,
    /// which are `malformed-image-reference`, and arguments that nobody declared, which are
    /// `undefined-arg-in-from`; and arguments that have a default where they are used,
    /// which are none of the two.
    private static final Map<String, Integer> BETTER = Map.of(
            "ConsistentInstructionCasing",
            6,
            "StageNameCasing",
            2,
            "RedundantTargetPlatform",
            1,
            "UndefinedArgInFrom",
            4,
            "InvalidDefaultArgInFrom",
            15);

    @Test
    void agreesWithTheChecksThatBuildKitRaised() throws Exception {
        Path verdicts = CORPUS.resolve("verdicts-dockerfiles.jsonl");
        assumeTrue(Files.exists(verdicts), "no corpus at " + CORPUS + "; -Ddrydock.corpus names it");
        Map<String, List<String>> missed = new TreeMap<>();
        Map<String, List<String>> extra = new TreeMap<>();
        Map<String, Integer> both = new TreeMap<>();
        for (String verdict : Files.readAllLines(verdicts)) {
            Matcher file = FILE.matcher(verdict);
            if (!file.find()) {
                continue;
            }
            Set<String> theirs = new HashSet<>();
            Matcher check = CHECK.matcher(verdict);
            while (check.find()) {
                theirs.add(check.group(1) + " " + check.group(2));
            }
            Set<String> ours = findings(file.group(1));
            compare(file.group(1), theirs, ours, missed);
            compare(file.group(1), ours, theirs, extra);
            for (String one : ours) {
                if (theirs.contains(one)) {
                    both.merge(one.substring(0, one.indexOf(' ')), 1, Integer::sum);
                }
            }
        }
        for (String check : JUDGED) {
            int found = both.getOrDefault(check, 0);
            assertThat(found).as("found by both: %s", check).isPositive();
            assertThat(missed.getOrDefault(check, List.of()))
                    .as("raised by BuildKit only: %s", check)
                    .hasSizeLessThanOrEqualTo(found / 20 + BETTER.getOrDefault(check, 0));
            assertThat(extra.getOrDefault(check, List.of()))
                    .as("found by Drydock only: %s", check)
                    .hasSizeLessThanOrEqualTo(found / 20 + BETTER.getOrDefault(check, 0));
        }
    }

    private static void compare(String path, Set<String> these, Set<String> those, Map<String, List<String>> into) {
        for (String one : these) {
            if (!those.contains(one)) {
                int space = one.indexOf(' ');
                into.computeIfAbsent(one.substring(0, space), _ -> new ArrayList<>())
                        .add(path + ":" + one.substring(space + 1));
            }
        }
    }

    private static Set<String> findings(String path) throws Exception {
        Source source = Source.of(path, Files.readAllBytes(CORPUS.resolve(path)));
        var settings = Settings.of(INDEX, Settings.Choice.NONE);
        var project = new Project(new MemoryTree(Map.of(path, source.text())), List.of(path), List.of(), Set.of(path));
        Set<String> found = new HashSet<>();
        for (Finding finding :
                new Engine(Rules.all(), settings, INDEX, 1).check(project).findings()) {
            RuleInfo info = INDEX.byId(finding.rule());
            for (String alias : info == null ? List.<String>of() : info.aliases()) {
                if (alias.startsWith("buildkit:")) {
                    found.add(alias.substring("buildkit:".length()) + " "
                            + source.line(finding.place().span().start()));
                }
            }
        }
        return found;
    }
}
