package dev.drydock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.config.Settings;
import dev.drydock.engine.RecordedTree.Asked;
import dev.drydock.engine.RecordedTree.Question;
import dev.drydock.engine.Suppressions.Name;
import dev.drydock.engine.Suppressions.Suppression;
import dev.drydock.model.build.BuildFile;
import dev.drydock.report.Format;
import dev.drydock.report.Run;
import dev.drydock.rule.Companion;
import dev.drydock.rule.Finding;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Outcome;
import dev.drydock.rule.Outcome.Fault;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.rule.RuleIndex;
import dev.drydock.rule.Severity;
import dev.drydock.rules.Rules;
import dev.drydock.source.Edit;
import dev.drydock.source.MemoryTree;
import dev.drydock.source.Place;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.source.Tree;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResultCacheTest {

    private static final RuleIndex INDEX = RuleIndex.load();
    private static final Settings SETTINGS =
            Settings.of(INDEX, new Settings.Choice("strict", null, Set.of(), Set.of()));
    private static final Path PROJECTS = Path.of(System.getProperty("drydock.basedir", "."), "testdata/projects");
    private static final Path CORPUS = Path.of(System.getProperty("drydock.corpus", "../shared/corpus"));

    /// Rules that look at comments are asked in each run; of the others none is needed where all is kept.
    private static final List<Rule> OF_COMMENTS =
            Rules.all().stream().filter(Rule.OnComments.class::isInstance).toList();

    private static final Map<String, String> SMALL = Map.of(
            "Dockerfile",
            "# drydock ignore=pin-base-image,DL3008 for now\nFROM debian\nRUN apt-get install curl\nCOPY gone /a\n",
            ".dockerignore",
            "*.log\n");

    private static final Kept NOTHING = new Kept(List.of(), List.of(), List.of());
    private static final Charset LATIN = StandardCharsets.ISO_8859_1;

    @TempDir
    Path directory;

    private ResultCache cache(String... identity) {
        return new ResultCache(directory, List.of(identity));
    }

    private static Outcome check(Tree tree, List<Rule> rules, int jobs, @Nullable ResultCache cache)
            throws IOException {
        Project project = Discovery.find(tree, new Discovery.Choice(_ -> false, List.of()));
        return new Engine(rules, SETTINGS, INDEX, jobs, null, cache).check(project);
    }

    private static String json(Outcome outcome) throws IOException {
        var text = new StringBuilder();
        Format.JSON.write(new Run(outcome, INDEX), Format.Style.PLAIN, text);
        return text.toString();
    }

    private static String without(Tree tree) throws IOException {
        return json(check(tree, Rules.all(), 1, null));
    }

    private String with(Tree tree) throws IOException {
        return json(check(tree, Rules.all(), 1, cache()));
    }

    /// What comes out where no rule is run over the files.
    private String kept(Tree tree) throws IOException {
        return json(check(tree, OF_COMMENTS, 1, cache()));
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.sorted().toList();
        }
    }

    private static List<Path> projects() throws IOException {
        try (Stream<Path> all = Files.walk(PROJECTS, 2)) {
            return all.filter(each -> each.endsWith("good") || each.endsWith("bad"))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, byte[]> files(Path root) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    @ParameterizedTest
    @MethodSource("projects")
    void whatIsKeptIsWhatIsFound(Path root) throws IOException {
        Tree tree = MemoryTree.ofBytes(files(root));
        String found = without(tree);
        assertThat(with(tree)).isEqualTo(found);
        assertThat(with(tree)).isEqualTo(found);
        assertThat(kept(tree)).isEqualTo(found);
        assertThat(kept(new DiskTree(root))).as("the same files elsewhere").isEqualTo(found);
    }

    private static List<Path> bad() throws IOException {
        return projects().stream().filter(each -> each.endsWith("bad")).toList();
    }

    /// Each file is gone or changed, and others come; after each the cache knows what was before.
    @ParameterizedTest
    @MethodSource("bad")
    void aFileThatChangesChangesWhatIsFound(Path root) throws IOException {
        Map<String, byte[]> files = files(root);
        with(MemoryTree.ofBytes(files));
        var seen = new TreeSet<String>();
        for (Map<String, byte[]> changed : changes(files)) {
            Tree tree = MemoryTree.ofBytes(changed);
            String found = without(tree);
            assertThat(with(tree)).isEqualTo(found);
            seen.add(found);
        }
        assertThat(seen).hasSizeGreaterThan(2);
        assertThat(with(MemoryTree.ofBytes(files))).isEqualTo(without(MemoryTree.ofBytes(files)));
    }

    private static List<Map<String, byte[]>> changes(Map<String, byte[]> files) {
        var changes = new ArrayList<Map<String, byte[]>>();
        for (String path : files.keySet()) {
            byte[] bytes = files.get(path);
            if (changes.size() % 2 == 0) {
                var gone = new TreeMap<>(files);
                gone.remove(path);
                changes.add(gone);
            } else {
                changes.add(and(files, path, Arrays.copyOf(bytes, bytes.length / 2)));
            }
        }
        for (String name : List.of("package.json", ".dockerignore", ".env", "Dockerfile.dockerignore")) {
            changes.add(and(files, name, "*.log\n".getBytes(StandardCharsets.UTF_8)));
        }
        return changes;
    }

    private static Map<String, byte[]> and(Map<String, byte[]> files, String path, byte[] bytes) {
        var more = new TreeMap<>(files);
        more.put(path, bytes);
        return more;
    }

    @Test
    void theCorpusComesOutTheSame() throws IOException {
        Path dockerfiles = CORPUS.resolve("dockerfiles");
        assumeTrue(Files.isDirectory(dockerfiles), "no corpus at " + CORPUS + "; -Ddrydock.corpus names it");
        var some = new TreeMap<String, byte[]>();
        int count = 0;
        for (Map.Entry<String, byte[]> each : files(dockerfiles).entrySet()) {
            if (count++ % 5 == 0) {
                some.put(each.getKey() + "/Dockerfile", each.getValue());
            }
        }
        Tree tree = MemoryTree.ofBytes(some);
        String found = json(check(tree, Rules.all(), 2, null));
        assertThat(json(check(tree, Rules.all(), 2, cache()))).isEqualTo(found);
        assertThat(kept(tree)).isEqualTo(found);
        assertThat(entries()).hasSizeGreaterThan(some.size() * 9 / 10);
    }

    @Test
    void everythingOfAResultComesBack() throws IOException {
        var files = Map.of("Dockerfile", "FROM a\nRUN b\n", "sub/compose.yaml", "\uFEFFservices: {}\n");
        var tree = new RecordedTree(new MemoryTree(files), new TreeMap<>());
        Source dockerfile = tree.source("Dockerfile");
        Source compose = tree.source("sub/compose.yaml");
        var fix = new Fix(
                "do it \uD83D\uDC33 \uD800",
                Fix.Safety.UNSAFE,
                List.of(
                        new Fix.Change(dockerfile, List.of(Edit.insert(0, "#\n"), Edit.delete(new Span(2, 5)))),
                        new Fix.Change(compose, List.of(Edit.insert(13, "")))));
        var step = new Finding.Step(new Place(compose, new Span(0, 8)), "here");
        var other = new Finding.Step(new Place(dockerfile, new Span(0, 0)), "");
        var finding = new Finding(
                "some-rule",
                Severity.STYLE,
                new Place(dockerfile, new Span(7, 10)),
                "a message\nof two lines",
                List.of(step, other),
                List.of(other, step, step),
                Optional.of(fix),
                "DL3000",
                List.of(new Span(1, 2), new Span(3, 13)));
        var plain = new Finding(
                "b", Severity.ERROR, new Place(compose, Span.at(13)), "m", List.of(), List.of(), Optional.empty());
        var suppression = new Suppression(
                List.of(new Name("DL3008", new Span(0, 4)), new Name("", Span.at(2))),
                Set.of("one", "two"),
                new Span(0, 13),
                new Span(2, 3),
                "because",
                true);
        var kept = new Kept(
                List.of(List.of(), List.of("a", "b/c")),
                List.of(Suppressions.of(dockerfile, List.of(suppression))),
                List.of(finding, plain));

        Kept read = EntryReader.read(EntryWriter.written(tree, kept), tree);
        assertThat(read).isNotNull();
        assertThat(read.groups()).isEqualTo(kept.groups());
        assertThat(read.findings()).isEqualTo(kept.findings());
        assertThat(read.comments()).hasSize(1);
        assertThat(read.comments().getFirst().source()).isEqualTo(dockerfile);
        assertThat(read.comments().getFirst().suppressions()).containsExactly(suppression);
    }

    @Test
    void aBrokenEntryIsNotThere() throws IOException {
        Tree tree = new MemoryTree(SMALL);
        String found = with(tree);
        Path entry = entries().getFirst();
        byte[] whole = Files.readAllBytes(entry);
        String key = entry.getFileName().toString();
        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << (at % 8));
            Files.write(entry, flipped);
            assertThat(cache().find(key, cache().recorded(tree))).isNull();
            if (at % 5 == 0) {
                Files.write(entry, Arrays.copyOf(whole, at));
                assertThat(cache().find(key, cache().recorded(tree))).isNull();
            }
        }
        for (byte[] broken : List.of(new byte[0], new byte[1000], Arrays.copyOf(whole, whole.length + 1))) {
            Files.write(entry, broken);
            assertThat(with(tree)).isEqualTo(found);
            assertThat(entry).as("written anew").hasBinaryContent(whole);
        }
    }

    /// Somebody who can write there decides what is found; nobody decides that Drydock crashes or reads elsewhere.
    @Test
    void anEntryThatLiesDoesNoHarm() throws IOException {
        var more = new TreeMap<>(SMALL);
        more.put("other/Dockerfile", "FROM a\n");
        more.put("compose.yaml", "services: {a: {build: .}}\n");
        for (Tree tree : List.of(new MemoryTree(SMALL), new MemoryTree(more))) {
            with(tree);
        }
        assertThat(entries()).hasSize(3);
        for (Path entry : entries()) {
            byte[] whole = Files.readAllBytes(entry);
            byte[] rest = Arrays.copyOfRange(whole, EntryWriter.HEAD.length + 32, whole.length);
            for (int at = 0; at < rest.length; at++) {
                byte before = rest[at];
                rest[at] = (byte) (at % 3 == 0 ? 0xFF : at % 3 == 1 ? before + 1 : 0);
                Files.write(entry, EntryWriter.framed(rest));
                assertReported(entry, new MemoryTree(SMALL));
                assertReported(entry, new MemoryTree(more));
                rest[at] = before;
                if (at % 5 == 0) {
                    Files.write(entry, EntryWriter.framed(Arrays.copyOf(rest, at)));
                    assertReported(entry, new MemoryTree(more));
                }
            }
            Files.write(entry, whole);
        }
        // A group of no file.
        for (List<List<String>> groups :
                List.of(List.of(List.<String>of(), List.<String>of()), List.of(List.of("x")))) {
            Tree tree = new MemoryTree(more);
            for (Path entry : entries()) {
                var recorded = cache().recorded(tree);
                Files.write(entry, EntryWriter.written(recorded, new Kept(groups, List.of(), List.of())));
            }
            assertThat(json(check(tree, OF_COMMENTS, 1, cache()))).isNotEmpty();
        }
    }

    /// Where the entry is believed, what comes of it is a report.
    private void assertReported(Path entry, Tree tree) throws IOException {
        if (cache().find(entry.getFileName().toString(), cache().recorded(tree)) != null) {
            assertThat(json(new Engine(OF_COMMENTS, SETTINGS, INDEX, 1, null, cache())
                            .check(Discovery.find(tree, new Discovery.Choice(_ -> false, List.of())))))
                    .isNotEmpty();
        }
    }

    @Test
    void noEntryLeadsOutOfTheProject() throws IOException {
        Tree tree = new MemoryTree(SMALL);
        with(tree);
        byte[] whole = Files.readAllBytes(entries().getFirst());
        var text = new String(whole, EntryWriter.HEAD.length + 32, whole.length - EntryWriter.HEAD.length - 32, LATIN);
        for (String path :
                List.of("../a/b/secret", "/etc/hostname", "a/../../secre", "a//b/./secret", "b/secret///..")) {
            assertThat(path).hasSameSizeAs(".dockerignore");
            byte[] changed = text.replace(".dockerignore", path).getBytes(LATIN);
            assertThatThrownBy(() -> EntryReader.read(EntryWriter.framed(changed), cache().recorded(tree)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("a path that leads elsewhere");
            RecordedTree recorded = cache().recorded(tree);
            recorded.kind(path);
            assertThatThrownBy(() -> EntryWriter.written(recorded, NOTHING)).isInstanceOf(IOException.class);
        }
        RecordedTree recorded = cache().recorded(tree);
        var nowhere = new Place(Source.of("Dockerfile", "another text"), Span.at(0));
        var finding = new Finding("a", Severity.INFO, nowhere, "m", List.of(), List.of(), Optional.empty());
        assertThatThrownBy(() -> EntryWriter.written(recorded, new Kept(List.of(), List.of(), List.of(finding))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void nothingIsFollowedOutOfTheDirectory() throws IOException {
        Tree tree = new MemoryTree(SMALL);
        String found = with(tree);
        Path entry = entries().getFirst();
        Path outside =
                Files.createTempDirectory(directory.getParent(), "outside").resolve("file");
        Files.move(entry, outside);
        byte[] before = Files.readAllBytes(outside);
        Files.createSymbolicLink(entry, outside);
        assertThat(cache().find(entry.getFileName().toString(), cache().recorded(tree)))
                .isNull();
        assertThat(with(tree)).isEqualTo(found);
        assertThat(entry).isRegularFile().hasBinaryContent(before);
        assertThat(Files.isSymbolicLink(entry)).isFalse();
        assertThat(outside).hasBinaryContent(before);

        Files.delete(entry);
        Files.createDirectories(entry.resolve("in the way"));
        assertThat(with(tree)).isEqualTo(found);
        assertThat(entries()).as("nothing is left beside").containsExactly(entry);
    }

    @Test
    void aDirectoryThatIsGoneIsNoReasonToFail() throws IOException {
        Tree tree = new MemoryTree(SMALL);
        var gone = new ResultCache(directory.resolve("gone"), List.of());
        assertThat(json(check(tree, Rules.all(), 1, gone))).isEqualTo(without(tree));
        assertThat(directory.resolve("gone")).doesNotExist();
    }

    @Test
    void anotherIdentityHasOtherEntries() throws IOException {
        Tree tree = new MemoryTree(SMALL);
        check(tree, Rules.all(), 1, cache("a", "b"));
        for (ResultCache other : List.of(cache("ab"), cache("a", "b", ""), cache("b", "a"))) {
            assertThat(check(tree, OF_COMMENTS, 1, other).findings())
                    .noneMatch(finding -> finding.rule().equals("copy-source-missing"));
        }
        assertThat(json(check(tree, OF_COMMENTS, 1, cache("a", "b")))).isEqualTo(without(tree));
    }

    /// Crashes in every file.
    private static final class Planted implements Rule.OnDockerfile {
        @Override
        public String id() {
            return "pin-base-image";
        }

        @Override
        public void check(BuildFile file, Report report) {
            throw new IllegalStateException("planted");
        }
    }

    @Test
    void whatDidNotEndWellIsNotKept() throws IOException {
        for (String compose : List.of("services: {}\n", "services: {a: {build: .}}\n")) {
            Tree tree = new MemoryTree(Map.of("Dockerfile", "FROM a\n", "compose.yaml", compose));
            Outcome first = check(tree, List.of(new Planted()), 1, cache("crash", compose));
            assertThat(first.faults()).extracting(Fault::kind).containsExactly(Fault.Kind.INTERNAL);
            assertThat(check(tree, List.of(new Planted()), 1, cache("crash", compose))
                            .faults())
                    .isEqualTo(first.faults());
        }
    }

    @Test
    void whatIsAskedTwiceAndAnsweredTwoWaysIsNotKept() throws IOException {
        var tree = new RecordedTree(
                new Tree() {
                    private int asked;

                    @Override
                    public Kind kind(String path) {
                        return asked++ == 0 ? Kind.MISSING : Kind.FILE;
                    }

                    @Override
                    public List<String> names(String path) {
                        return List.of();
                    }

                    @Override
                    public byte[] read(String path) {
                        return new byte[0];
                    }
                },
                new TreeMap<>());
        tree.kind("a");
        assertThat(tree.isSteady()).isTrue();
        tree.kind("a");
        assertThat(tree.isSteady()).isFalse();
        cache().keep("name", tree, NOTHING);
        assertThat(entries()).isEmpty();
    }

    @Test
    void onlyWhatWasAskedIsAskedAgain() throws IOException {
        var tree = new RecordedTree(new MemoryTree(SMALL), new TreeMap<>());
        assertThat(tree.answer(new Question(Asked.KIND, "Dockerfile"))).isEqualTo("FILE");
        assertThat(tree.answers()).isEmpty();
        tree.source("Dockerfile");
        assertThat(tree.names("")).contains("Dockerfile");
        assertThat(tree.isLink("x")).isFalse();
        assertThat(tree.answers().keySet())
                .containsExactly(
                        new Question(Asked.NAMES, ""),
                        new Question(Asked.READ, "Dockerfile"),
                        new Question(Asked.LINK, "x"));
    }

    /// A companion looks at what is read, wherever the rest comes from.
    @Test
    void aCompanionSeesAllFiles() throws IOException {
        Tree tree = new MemoryTree(Map.of(
                "Dockerfile", "FROM a\n", "b/Dockerfile", "FROM b\n", "compose.yaml", "services: {a: {build: .}}\n"));
        for (int run = 0; run < 2; run++) {
            var seen = new ArrayList<String>();
            Companion companion = files -> {
                files.forEach(file -> seen.add(file.source().path()));
                return new Companion.Found(List.of(), List.of());
            };
            Project project = Discovery.find(tree, new Discovery.Choice(_ -> false, List.of()));
            new Engine(Rules.all(), SETTINGS, INDEX, 1, companion, cache()).check(project);
            assertThat(seen).containsExactly("Dockerfile", "b/Dockerfile");
        }
    }

    @Test
    void severalRunsShareADirectory() throws Exception {
        var files = new TreeMap<String, String>();
        for (int i = 0; i < 40; i++) {
            files.put("d" + i + "/Dockerfile", SMALL.get("Dockerfile") + "RUN echo " + i + "\n");
        }
        Tree tree = new MemoryTree(files);
        String found = without(tree);
        try (var pool = Executors.newFixedThreadPool(4)) {
            var runs = new ArrayList<Future<String>>();
            for (int i = 0; i < 8; i++) {
                runs.add(pool.submit(() -> json(check(tree, Rules.all(), 2, cache()))));
            }
            for (Future<String> run : runs) {
                assertThat(run.get()).isEqualTo(found);
            }
        }
        assertThat(kept(tree)).isEqualTo(found);
        assertThat(entries()).hasSize(40);
    }
}
