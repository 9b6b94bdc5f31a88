package dev.drydock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.config.Settings;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Step;
import dev.drydock.rule.Finding;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.rule.RuleIndex;
import dev.drydock.rules.Rules;
import dev.drydock.source.MemoryTree;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.syntax.dockerfile.DockerfileReader;
import dev.drydock.syntax.dockerfile.Instruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Over all Dockerfiles of the corpus: what is found in a `RUN` is a word of it, and never the whole of one that
/// spans several lines.
class ExactWordsTest {

    private static final Path CORPUS = Path.of(System.getProperty("drydock.corpus", "../shared/corpus"));
    private static final RuleIndex INDEX = RuleIndex.load();

    @Test
    void noFindingSpansAWholeRun() throws Exception {
        Path directory = CORPUS.resolve("dockerfiles");
        assumeTrue(Files.isDirectory(directory), "no corpus at " + CORPUS + "; -Ddrydock.corpus names it");
        var choice = new Settings.Choice("strict", null, Set.of(), Set.of());
        var settings = Settings.of(INDEX, choice);
        Map<String, Integer> inRuns = new TreeMap<>();
        List<String> whole = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> listed = Files.list(directory)) {
            files = listed.sorted().toList();
        }
        for (Path file : files) {
            Source source = Source.of("Dockerfile", Files.readAllBytes(file));
            List<Span> runs = longRuns(source);
            if (runs.isEmpty()) {
                continue;
            }
            for (Finding finding : findings(Rules.all(), settings, source)) {
                Span span = finding.place().span();
                for (Span run : runs) {
                    if (run.contains(span)) {
                        inRuns.merge(finding.rule(), 1, Integer::sum);
                    }
                    if (isWhole(span, run)) {
                        whole.add(file.getFileName() + ":" + source.line(span.start()) + " " + finding.rule());
                    }
                }
            }
        }
        System.out.println("findings inside a RUN of several lines: " + inRuns);
        assertThat(inRuns).hasSizeGreaterThan(10);
        assertThat(whole)
                .as("findings that underline a whole RUN of several lines")
                .isEmpty();
    }

    @Test
    void aFindingOfAWholeRunWouldBeSeen() {
        var settings = Settings.of(INDEX, new Settings.Choice("strict", null, Set.of(), Set.of()));
        for (String text : List.of(
                "FROM a:1\nRUN b && \\\n    c\n",
                "FROM a:1\nRUN --network=none b && \\\n    c\n",
                "FROM a:1\nONBUILD RUN b && \\\n    c\n",
                "FROM a:1\nRUN <<EOF\nb\nEOF\n")) {
            Source source = Source.of("Dockerfile", text);
            Span run = longRuns(source).getFirst();
            assertThat(findings(List.of(new NoSudo()), settings, source))
                    .as(text)
                    .singleElement()
                    .satisfies(finding ->
                            assertThat(isWhole(finding.place().span(), run)).isTrue());
            assertThat(isWhole(new Span(run.start(), run.end() - 1), run)).isFalse();
        }
    }

    /// A planted rule that underlines the whole of every `RUN`.
    private static final class NoSudo implements Rule.OnDockerfile {
        @Override
        public void check(BuildFile file, Report report) {
            for (Step step : file.runs()) {
                report.at(file.source(), step.instruction().span(), "planted");
            }
        }
    }

    private static List<Finding> findings(List<Rule> rules, Settings settings, Source source) {
        var tree = new MemoryTree(Map.of("Dockerfile", source.text()));
        var project = new Project(tree, List.of("Dockerfile"), List.of(), Set.of("Dockerfile"));
        var outcome = new Engine(rules, settings, INDEX, 1).check(project);
        assertThat(outcome.faults()).as(source.text()).isEmpty();
        return outcome.findings();
    }

    private static boolean isWhole(Span span, Span run) {
        return span.start() <= run.start() && span.end() >= run.end() && !span.isEmpty();
    }

    /// The `RUN`s of several lines, from their first argument to the end of the last.
    private static List<Span> longRuns(Source source) {
        List<Span> runs = new ArrayList<>();
        for (Instruction instruction : DockerfileReader.read(source).instructions()) {
            Instruction real = instruction instanceof Instruction.Onbuild onbuild ? onbuild.trigger() : instruction;
            if (!(real instanceof Instruction.Run)) {
                continue;
            }
            String text = source.text(instruction.span()).stripTrailing();
            int end = instruction.span().start() + text.length();
            int start = real.head().keywordSpan().end();
            while (start < end && Character.isWhitespace(source.text().charAt(start))) {
                start++;
            }
            if (source.line(start) < source.line(end)) {
                runs.add(new Span(start, end));
            }
        }
        return runs;
    }
}
