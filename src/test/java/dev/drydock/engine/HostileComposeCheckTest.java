package dev.drydock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.drydock.config.Settings;
import dev.drydock.rule.Finding;
import dev.drydock.rule.RuleIndex;
import dev.drydock.rules.Rules;
import dev.drydock.source.MemoryTree;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A run over files that are made to be slow or large ends in time, says what was cut off, and judges the rest.
class HostileComposeCheckTest {

    private static final RuleIndex INDEX = RuleIndex.load();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "aliases, true",
        "depth, true",
        "documents, true",
        "keys, false",
        "ports, false",
        "volumes, false",
        "chain, false",
        "circle, false",
        "dependencies, false",
        "networks, false",
        "dollars, false"
    })
    void aRunEnds(String name, boolean cut) {
        var tree = new MemoryTree(
                Map.of("compose.yaml", text(name), "Dockerfile", "FROM alpine\n", "b/compose.yaml", WEB));
        var project = new Project(
                tree,
                List.of("Dockerfile"),
                List.of("b/compose.yaml", "compose.yaml"),
                Set.of("Dockerfile", "b/compose.yaml", "compose.yaml"));
        var settings = Settings.of(INDEX, new Settings.Choice("strict", null, Set.of(), Set.of()));
        var outcome = assertTimeoutPreemptively(
                Duration.ofSeconds(40), () -> new Engine(Rules.all(), settings, INDEX, 1).check(project));
        assertThat(outcome.faults()).isEmpty();
        var rules = new TreeSet<String>();
        var judged = new TreeSet<String>();
        for (Finding finding : outcome.findings()) {
            String path = finding.place().source().path();
            judged.add(path);
            if (path.equals("compose.yaml")) {
                rules.add(finding.rule());
            }
        }
        assertThat(judged).contains("Dockerfile", "b/compose.yaml", "compose.yaml");
        assertThat(rules.contains("compose-syntax-error")).as("%s", rules).isEqualTo(cut);
    }

    private static final String WEB = "services: {web: {image: a}}\n";

    private static String text(String name) {
        var text = new StringBuilder();
        switch (name) {
            case "aliases" -> {
                text.append("x-0: &a0 [x]\n");
                for (int i = 1; i <= 10; i++) {
                    text.append("x-" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(10) + "]\n");
                }
                text.append(WEB);
            }
            case "depth" -> text.append(WEB + "x-a: " + "[".repeat(10_000) + "]".repeat(10_000) + "\n");
            case "documents" -> text.append((WEB + "---\n").repeat(2000));
            case "keys" -> lines(text, "    environment:\n", "      K%: v\n", 100_000);
            case "ports" -> lines(text, "    ports:\n", "      - \"%:80\"\n", 100_000);
            case "volumes" -> lines(text, "    volumes:\n", "      - \"v%:/v%\"\n", 20_000);
            case "chain" -> services(text, "{extends: s%}", -1);
            case "circle" -> services(text, "{extends: s%}", 1);
            case "dependencies" -> services(text, "{image: a, depends_on: [s%]}", 1);
            case "networks" -> services(text, "{image: a, container_name: c, ports: [\"80:80\"], networks: [n%]}", 1);
            default -> text.append("services: {web: {image: a, command: \"" + "aaaaaaaa$ ".repeat(100_000) + "\"}}\n");
        }
        return text.toString();
    }

    private static void lines(StringBuilder text, String head, String line, int count) {
        text.append("services:\n  web:\n    image: a\n").append(head);
        for (int i = 0; i < count; i++) {
            text.append(line.replace("%", String.valueOf(i)));
        }
    }

    private static void services(StringBuilder text, String body, int step) {
        text.append("services:\n");
        for (int i = 0; i < 1000; i++) {
            int other = (i + step + 1000) % 1000;
            String own = i == 0 && step < 0 ? "{image: a}" : body.replace("%", String.valueOf(other));
            text.append("  s" + i + ": " + own + "\n");
        }
    }
}
