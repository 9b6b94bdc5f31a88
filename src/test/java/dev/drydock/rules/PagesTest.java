package dev.drydock.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.drydock.config.ConfigException;
import dev.drydock.rule.Finding;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Outcome;
import dev.drydock.rule.Rule;
import dev.drydock.rule.RuleIndex;
import dev.drydock.source.Edit;
import dev.drydock.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Each heading of each rule's page is a test: the rule finds what is drawn there and nothing else, and its fixes
/// give what is said there. A `drydock.yaml` in a scenario configures it. `-Ddrydock.golden=write` draws the pages
/// anew, and `-Ddrydock.pages=` with ids between commas leaves out all other pages.
class PagesTest {

    private static final Path ROOT = Path.of(System.getProperty("drydock.basedir", "."));
    private static final boolean WRITE = "write".equals(System.getProperty("drydock.golden"));
    private static final List<String> WANTED =
            List.of(System.getProperty("drydock.pages", "").split(",", -1));
    static final RuleIndex INDEX = RuleIndex.load();

    @TestFactory
    Stream<DynamicNode> pages() {
        return Rules.all().stream()
                .filter(rule -> INDEX.byId(rule.id()) != null && isWanted(rule.id()))
                .map(rule -> dynamicContainer(rule.id(), Stream.of(rule).flatMap(PagesTest::scenarios)));
    }

    private static boolean isWanted(String rule) {
        return WANTED.equals(List.of("")) || WANTED.contains(rule);
    }

    private static Stream<DynamicNode> scenarios(Rule rule) {
        Path file = file(rule.id());
        Page page = page(file);
        Map<Page.Fence, String> redrawn = new HashMap<>();
        var nodes = new ArrayList<DynamicNode>();
        nodes.add(dynamicTest("has three flagged and three silent scenarios", () -> {
            assertThat(page.scenarios().stream().filter(Page.Scenario::flagged).count())
                    .as("flagged scenarios of %s", rule.id())
                    .isGreaterThanOrEqualTo(3);
            assertThat(page.scenarios().stream()
                            .filter(scenario -> !scenario.flagged())
                            .count())
                    .as("silent scenarios of %s", rule.id())
                    .isGreaterThanOrEqualTo(3);
        }));
        for (Page.Scenario scenario : page.scenarios()) {
            nodes.add(dynamicTest(scenario.heading(), () -> check(rule, scenario, redrawn)));
        }
        if (WRITE) {
            nodes.add(dynamicTest("is written", () -> Files.writeString(file, page.with(redrawn))));
        }
        return nodes.stream();
    }

    private static void check(Rule rule, Page.Scenario scenario, Map<Page.Fence, String> redrawn)
            throws ConfigException {
        Map<String, String> texts = scenario.texts();
        var languages = new LinkedHashMap<String, String>();
        scenario.files().forEach((path, fence) -> languages.put(path, fence.language()));
        Outcome outcome = PageRun.of(rule, texts, languages);
        Map<String, String> fixed = fixed(texts, outcome.findings());
        var actual = new StringBuilder();
        var expected = new StringBuilder();
        scenario.files().forEach((path, fence) -> {
            var source = Source.of(path, fence.text());
            var findings = outcome.findings().stream()
                    .filter(finding -> finding.place().source().path().equals(path))
                    .toList();
            String drawn = Drawing.of(source, findings);
            redrawn.put(fence, drawn);
            actual.append(path).append(":\n").append(drawn);
            expected.append(path).append(":\n").append(fence.drawn());
            Page.Fence fix = fence.fixed();
            if (fix != null) {
                redrawn.put(fix, fixed.getOrDefault(path, fence.text()));
                actual.append("fixed:\n").append(fixed.getOrDefault(path, fence.text()));
                expected.append("fixed:\n").append(fix.drawn());
            }
        });
        assertThat(outcome.faults()).as("faults").isEmpty();
        if (!fixed.isEmpty()) {
            Map<String, String> after = new LinkedHashMap<>(texts);
            after.putAll(fixed);
            assertThat(fixed(after, PageRun.of(rule, after, languages).findings()))
                    .as("what fixes are left after fixing")
                    .isEmpty();
        }
        if (!WRITE) {
            assertThat(actual.toString()).isEqualTo(expected.toString());
        }
    }

    /// The files that the findings' fixes change, with all fixes applied that do not overlap.
    private static Map<String, String> fixed(Map<String, String> texts, List<Finding> findings) {
        Map<String, List<Edit>> edits = new LinkedHashMap<>();
        for (Finding finding : findings) {
            for (Fix.Change change : finding.fix().map(Fix::changes).orElse(List.of())) {
                edits.computeIfAbsent(change.source().path(), _ -> new ArrayList<>())
                        .addAll(change.edits());
            }
        }
        Map<String, String> fixed = new LinkedHashMap<>();
        edits.forEach((path, list) -> fixed.put(path, apply(texts.getOrDefault(path, ""), list)));
        return fixed;
    }

    private static String apply(String text, List<Edit> edits) {
        var out = new StringBuilder();
        int at = 0;
        for (Edit edit : edits.stream().sorted(Comparator.comparing(Edit::span)).toList()) {
            if (edit.span().start() >= at) {
                out.append(text, at, edit.span().start()).append(edit.replacement());
                at = edit.span().end();
            }
        }
        return out.append(text, at, text.length()).toString();
    }

    @Test
    void classesPagesAndTheListAreTheSameSet() throws IOException {
        List<String> listed = Rules.all().stream().map(Rule::id).toList();
        assertThat(listed).isSorted().doesNotHaveDuplicates();
        try (Stream<Path> pages = Files.list(ROOT.resolve("rules"))) {
            assertThat(pages.map(page -> page.getFileName().toString())
                            .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
                            .map(name -> name.substring(0, name.length() - ".md".length())))
                    .as("pages in rules/ and lines in Rules.java")
                    .containsExactlyInAnyOrderElementsOf(listed);
        }
        try (Stream<Path> classes = Files.walk(ROOT.resolve("src/main/java/dev/drydock/rules"))) {
            assertThat(classes.filter(file -> file.getParent().getParent().endsWith("rules"))
                            .map(file -> file.getFileName().toString().replace(".java", ""))
                            .filter(name -> !name.equals("package-info")))
                    .as("classes and lines in Rules.java")
                    .containsExactlyInAnyOrderElementsOf(Rules.all().stream()
                            .map(rule -> rule.getClass().getSimpleName())
                            .toList());
        }
    }

    static Path file(String rule) {
        return ROOT.resolve("rules").resolve(rule + ".md");
    }

    static Page page(Path file) {
        try {
            return Page.parse(Files.readString(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }
}
