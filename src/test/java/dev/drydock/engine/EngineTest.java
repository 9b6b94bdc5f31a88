package dev.drydock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.config.Settings;
import dev.drydock.rule.Finding;
import dev.drydock.rule.Outcome;
import dev.drydock.rule.RuleIndex;
import dev.drydock.rules.Rules;
import dev.drydock.source.MemoryTree;
import dev.drydock.source.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EngineTest {

    private static final RuleIndex INDEX = RuleIndex.load();
    private static final Settings SETTINGS = Settings.of(INDEX, Settings.Choice.NONE);
    private static final Path PROJECTS = Path.of(System.getProperty("drydock.basedir", "."), "testdata/projects");

    /// A tree that remembers which files were read.
    private record Watched(Tree tree, Set<String> read) implements Tree {
        Watched(Map<String, String> files) {
            this(new MemoryTree(files), new ConcurrentSkipListSet<>());
        }

        @Override
        public Kind kind(String path) {
            return tree.kind(path);
        }

        @Override
        public List<String> names(String directory) {
            return tree.names(directory);
        }

        @Override
        public byte[] read(String path) throws IOException {
            read.add(path);
            return tree.read(path);
        }
    }

    private static Outcome check(Tree tree, Set<String> reported, int jobs) throws IOException {
        Project all = Discovery.find(tree, new Discovery.Choice(_ -> false, List.of()));
        var project = new Project(tree, all.dockerfiles(), all.composeFiles(), reported);
        return new Engine(Rules.all(), SETTINGS, INDEX, jobs).check(project);
    }

    @Test
    void whatIsNotAskedForAndBelongsToNothingIsNotRead() throws IOException {
        var tree = new Watched(Map.of(
                "asked/Dockerfile", "FROM alpine:3.22\n",
                "other/Dockerfile", "FROM alpine:3.22\n",
                "built/Dockerfile", "FROM alpine:3.22\n",
                "compose.yaml", "services:\n  web:\n    build: built\n"));
        check(tree, Set.of("asked/Dockerfile"), 1);
        assertThat(tree.read()).contains("asked/Dockerfile", "built/Dockerfile", "compose.yaml");
        assertThat(tree.read()).doesNotContain("other/Dockerfile");
    }

    @Test
    void dockerfilesWithOneIgnoreFileAreJudgedTogether() throws IOException {
        var files = new TreeMap<>(Map.of(
                ".dockerignore", "*.log\n",
                ".git/HEAD", "ref: refs/heads/main\n",
                "node_modules/a/index.js", "x\n",
                "app.js", "x\n",
                "Dockerfile", "FROM node:22.11.0-slim\nCOPY . /app\n",
                "admin.Dockerfile", "FROM node:22.11.0-slim\nCOPY . /app\nCOPY .git /app/.git\n"));
        List<String> incomplete = new ArrayList<>();
        for (Finding finding : check(new MemoryTree(files), Set.of("Dockerfile", "admin.Dockerfile"), 2)
                .findings()) {
            if (finding.rule().equals("dockerignore-incomplete")) {
                incomplete.add(finding.message());
            }
        }
        assertThat(incomplete).as("two Dockerfiles have one fault in common").hasSize(1);
    }

    private static List<Path> projects() throws IOException {
        try (Stream<Path> all = Files.walk(PROJECTS, 2)) {
            return all.filter(each -> each.endsWith("good") || each.endsWith("bad"))
                    .sorted()
                    .toList();
        }
    }

    /// A hook passes single files, and says of each what a run over all of them says of it.
    @ParameterizedTest
    @MethodSource("projects")
    void aFileAloneGetsWhatItGetsWithTheOthers(Path directory) throws IOException {
        Tree tree = memory(directory);
        Project all = Discovery.find(tree, new Discovery.Choice(_ -> false, List.of()));
        Map<String, Set<String>> together = byFile(check(tree, all.reported(), 2), all.reported());
        for (String file : all.reported()) {
            assertThat(byFile(check(tree, Set.of(file), 1), Set.of(file)).get(file))
                    .as(file)
                    .isEqualTo(together.get(file));
        }
    }

    private static Map<String, Set<String>> byFile(Outcome outcome, Set<String> files) {
        assertThat(outcome.faults()).isEmpty();
        var found = new TreeMap<String, Set<String>>();
        files.forEach(file -> found.put(file, new TreeSet<>()));
        for (Finding finding : outcome.findings()) {
            String path = finding.place().source().path();
            if (found.containsKey(path)) {
                found.get(path).add(finding.place().span() + " " + finding.rule() + ": " + finding.message());
            }
        }
        return found;
    }

    private static Tree memory(Path directory) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(directory.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return MemoryTree.ofBytes(files);
    }
}
