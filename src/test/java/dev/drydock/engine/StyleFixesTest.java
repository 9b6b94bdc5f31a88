package dev.drydock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.config.Settings;
import dev.drydock.rule.Finding;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Outcome;
import dev.drydock.rule.Rule;
import dev.drydock.rule.RuleIndex;
import dev.drydock.rules.Rules;
import dev.drydock.source.Edit;
import dev.drydock.source.MemoryTree;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.syntax.yaml.YamlFile;
import dev.drydock.syntax.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the fixes of the style rules make of real Compose files: the same content but for its order, every comment,
/// and nothing that the rule would want to fix again.
class StyleFixesTest {

    private static final Path CORPUS = Path.of(System.getProperty("drydock.corpus", ""), "compose");
    private static final RuleIndex INDEX = RuleIndex.load();
    /// How many of the findings have a fix, at least; the others are on one line, or a comment may be about two
    /// parts.
    private static final int PERCENT = 90;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "service-key-order",
                "top-level-order",
                "alphabetical-services",
                "alphabetical-dependencies",
                "alphabetical-ports",
                "volume-quotes",
                "unquoted-port"
            })
    void aFixKeepsWhatAFileSays(String rule) throws IOException {
        assumeTrue(Files.isDirectory(CORPUS), "no corpus");
        int found = 0;
        int fixed = 0;
        int files = 0;
        try (Stream<Path> paths = Files.list(CORPUS)) {
            for (Path path : paths.sorted().toList()) {
                String text =
                        Source.of("compose.yaml", Files.readAllBytes(path)).text();
                for (String each : List.of(text, text.replace("\r\n", "\n").replace("\n", "\r\n"))) {
                    List<Finding> findings = findings(rule, each);
                    List<Finding> fixable = fixable(findings);
                    found += findings.size();
                    fixed += fixable.size();
                    files++;
                    if (!fixable.isEmpty()) {
                        check(path + ": " + rule, rule, each, findings.size() - fixable.size(), apply(each, fixable));
                    }
                }
            }
        }
        assertThat(files).isGreaterThan(3000);
        assertThat(found).isPositive();
        assertThat(fixed * 100 / found)
                .as("%s: %s of %s fixed", rule, fixed, found)
                .isGreaterThan(PERCENT);
    }

    private static void check(String where, String rule, String before, int left, String after) {
        YamlFile was = YamlFile.read(Source.of("compose.yaml", before));
        YamlFile is = YamlFile.read(Source.of("compose.yaml", after));
        assertThat(content(is)).as(where).isEqualTo(content(was));
        assertThat(comments(is)).as(where).isEqualTo(comments(was));
        assertThat(lines(after)).as(where).isEqualTo(lines(before));
        List<Finding> again = findings(rule, after);
        assertThat(fixable(again)).as(where).isEmpty();
        assertThat(again).as(where).hasSize(left);
    }

    private static List<Finding> findings(String rule, String text) {
        List<Rule> rules =
                Rules.all().stream().filter(each -> each.id().equals(rule)).toList();
        var settings = Settings.of(INDEX, new Settings.Choice(null, null, Set.of(rule), Set.of()));
        var project = new Project(
                new MemoryTree(Map.of("compose.yaml", text)),
                List.of(),
                List.of("compose.yaml"),
                Set.of("compose.yaml"));
        Outcome outcome = new Engine(rules, settings, INDEX, 1).check(project);
        assertThat(outcome.faults()).isEmpty();
        return outcome.findings();
    }

    private static List<Finding> fixable(List<Finding> findings) {
        return findings.stream().filter(finding -> finding.fix().isPresent()).toList();
    }

    private static String apply(String text, List<Finding> findings) {
        var edits = new ArrayList<Edit>();
        for (Finding finding : findings) {
            for (Fix.Change change : finding.fix().map(Fix::changes).orElse(List.of())) {
                edits.addAll(change.edits());
            }
        }
        edits.sort(Comparator.comparing(Edit::span));
        var out = new StringBuilder();
        int at = 0;
        for (Edit edit : edits) {
            assertThat(edit.span().start()).as("edits overlap").isGreaterThanOrEqualTo(at);
            out.append(text, at, edit.span().start()).append(edit.replacement());
            at = edit.span().end();
        }
        return out.append(text, at, text.length()).toString();
    }

    private static List<String> comments(YamlFile file) {
        var comments = new ArrayList<String>();
        for (Span comment : file.comments()) {
            comments.add(file.source().text(comment));
        }
        comments.sort(null);
        return comments;
    }

    /// How many lines end in which way, and how many are blank.
    private static List<Long> lines(String text) {
        return List.of(
                text.chars().filter(c -> c == '\n').count(),
                text.chars().filter(c -> c == '\r').count(),
                text.lines().filter(String::isBlank).count());
    }

    private static List<Object> content(YamlFile file) {
        return file.documents().stream().map(document -> content(document, "")).toList();
    }

    /// A node as a value without order, in which each alias is what it stands for.
    private static Object content(YamlNode node, String key) {
        return switch (node) {
            case YamlNode.Alias alias -> List.of("*" + alias.name(), content(alias.target(), ""));
            case YamlNode.Scalar scalar ->
                List.of(
                        scalar.value(),
                        String.valueOf(scalar.tag()),
                        String.valueOf(scalar.properties().anchor()));
            case YamlNode.Sequence sequence -> {
                var items = new ArrayList<Object>();
                sequence.items().forEach(item -> items.add(content(item, "")));
                if (key.equals("ports") || key.equals("depends_on")) {
                    items.sort(Comparator.comparing(Object::toString));
                }
                yield items;
            }
            case YamlNode.Mapping mapping -> {
                var entries = new TreeMap<String, List<Object>>();
                for (YamlNode.Entry entry : mapping.entries()) {
                    entries.computeIfAbsent(entry.key().value(), _ -> new ArrayList<>())
                            .add(content(entry.value(), entry.key().value()));
                }
                for (YamlNode.Entry entry : mapping.merged()) {
                    entries.computeIfAbsent("<< " + entry.key().value(), _ -> new ArrayList<>())
                            .add(content(entry.value(), entry.key().value()));
                }
                yield List.of(String.valueOf(mapping.properties().anchor()), entries);
            }
        };
    }
}
