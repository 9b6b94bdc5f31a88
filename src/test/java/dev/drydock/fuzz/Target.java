package dev.drydock.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drydock.config.ConfigException;
import dev.drydock.config.ConfigReader;
import dev.drydock.library.Drydock;
import dev.drydock.library.Snapshot;
import dev.drydock.model.compose.MergedProject;
import dev.drydock.report.Format;
import dev.drydock.report.Run;
import dev.drydock.report.Viewpoint;
import dev.drydock.rule.Finding;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Outcome;
import dev.drydock.rule.RuleIndex;
import dev.drydock.source.Edit;
import dev.drydock.source.MappedText;
import dev.drydock.source.MemoryTree;
import dev.drydock.source.Place;
import dev.drydock.source.Problem;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import dev.drydock.source.Tree;
import dev.drydock.syntax.compose.DotEnv;
import dev.drydock.syntax.compose.Environment;
import dev.drydock.syntax.compose.Template;
import dev.drydock.syntax.dockerfile.DockerfileReader;
import dev.drydock.syntax.dockerfile.SpansInOrder;
import dev.drydock.syntax.ignore.GitIgnore;
import dev.drydock.syntax.ignore.IgnoreFile;
import dev.drydock.syntax.image.ImageReference;
import dev.drydock.syntax.shell.Dialect;
import dev.drydock.syntax.shell.ShellReader;
import dev.drydock.syntax.yaml.YamlFile;
import dev.drydock.syntax.yaml.YamlSpans;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What takes bytes that anybody may have written.
enum Target {
    DOCKERFILE {
        @Override
        void feed(byte[] input) throws Exception {
            Source source = Source.of("Dockerfile", input);
            SpansInOrder.check(DockerfileReader.read(source));
        }
    },
    EXEC_FORM {
        @Override
        void feed(byte[] input) throws Exception {
            String text = new String(input, StandardCharsets.UTF_8);
            for (String keyword : List.of("CMD ", "RUN ", "SHELL ", "COPY ", "VOLUME ")) {
                SpansInOrder.check(DockerfileReader.read(Source.of("Dockerfile", "FROM a\n" + keyword + text)));
            }
        }
    },
    SHELL {
        @Override
        void feed(byte[] input) throws Exception {
            MappedText text = whole(Source.of("script", input));
            for (Dialect dialect : Dialect.values()) {
                NestedSpans.check(ShellReader.read(text, dialect), text.length());
            }
        }
    },
    YAML {
        @Override
        void feed(byte[] input) throws Exception {
            Source source = Source.of("compose.yaml", input);
            YamlFile file = YamlFile.read(source);
            int length = source.text().length();
            file.documents().forEach(node -> YamlSpans.check(file, node, new Span(0, length)));
            NestedSpans.check(file.comments(), length);
            problems(file.problems(), length);
        }
    },
    COMPOSE {
        @Override
        void feed(byte[] input) throws Exception {
            Map<String, byte[]> files = files(input, "compose.yaml");
            files.putIfAbsent("compose.yaml", new byte[0]);
            var tree = MemoryTree.ofBytes(files);
            var paths = new ArrayList<>(List.of("compose.yaml"));
            if (files.containsKey("b.yaml")) {
                paths.add("b.yaml");
            }
            for (MergedProject.Fault fault :
                    MergedProject.of(tree, paths, Map.of("A", "a")).problems()) {
                stands(fault.place());
            }
        }
    },
    TEMPLATE {
        @Override
        void feed(byte[] input) {
            MappedText text = whole(Source.of("value", input));
            var problems = new ArrayList<Problem>();
            Template template = Template.parse(text, problems);
            problems(problems, text.length());
            for (Environment environment :
                    List.of(Environment.UNKNOWN, Environment.closed(Map.of("a", "b", "B", "")))) {
                assertThat(template.text(environment)).isNotNull();
                assertThat(template.withDefaults(environment)).isNotNull();
            }
            assertThat(template.plainText().length()).isLessThanOrEqualTo(text.length());
            for (Template part : template.split(':')) {
                assertThat(template.span().contains(part.span())).isTrue();
            }
        }
    },
    DOCKERIGNORE {
        @Override
        void feed(byte[] input) throws Exception {
            Source source = Source.of(".dockerignore", input);
            IgnoreFile file = IgnoreFile.read(source);
            NestedSpans.check(file.patterns(), source.text().length());
            for (String path : PATHS) {
                IgnoreFile.Decision decision = file.decide(path);
                assertThat(decision.ignored())
                        .isEqualTo(decision.by() != null && !decision.by().exception());
            }
        }
    },
    GITIGNORE {
        @Override
        void feed(byte[] input) {
            var tree = MemoryTree.ofBytes(Map.of(".gitignore", input, "a/.gitignore", input));
            for (String path : PATHS) {
                var git = new GitIgnore(tree);
                boolean ignored = git.ignores(path, false);
                assertThat(git.ignores(path, false)).isEqualTo(ignored);
            }
        }
    },
    IMAGE {
        @Override
        void feed(byte[] input) {
            String text = new String(input, StandardCharsets.UTF_8);
            ImageReference reference = ImageReference.parse(text);
            if (reference == null) {
                assertThat(ImageReference.fault(text)).isNotEmpty();
            } else {
                assertThat(reference.nameEnd()).isBetween(0, text.length());
                assertThat(text).contains(reference.path());
                assertThat(reference.familiarName()).isNotEmpty();
            }
        }
    },
    DOTENV {
        @Override
        void feed(byte[] input) throws Exception {
            Source source = Source.of(".env", input);
            for (Environment environment : List.of(Environment.UNKNOWN, Environment.closed(Map.of("A", "b")))) {
                for (DotEnv file : List.of(DotEnv.read(source, environment), DotEnv.raw(source, environment))) {
                    NestedSpans.check(file.variables(), source.text().length());
                    problems(file.problems(), source.text().length());
                    file.known().values().forEach(value -> assertThat(value).hasSizeLessThanOrEqualTo(most(source)));
                }
            }
        }

        private int most(Source source) {
            return Math.max(Text.LONGEST, source.text().length());
        }
    },
    CONFIG {
        @Override
        void feed(byte[] input) {
            try {
                assertThat(ConfigReader.read(Source.of("drydock.yaml", input), INDEX))
                        .isNotNull();
            } catch (ConfigException e) {
                assertThat(e.messages()).isNotEmpty().allMatch(message -> message.startsWith("drydock.yaml:"));
            }
        }
    },
    SUPPRESSIONS {
        @Override
        void feed(byte[] input) throws Exception {
            Map<String, byte[]> files = files(input, "Dockerfile");
            judge(Drydock.check(Snapshot.of(files).withProfile("strict")));
        }
    },
    PROJECT {
        @Override
        void feed(byte[] input) throws Exception {
            Outcome outcome =
                    Drydock.check(Snapshot.of(files(input, "Dockerfile")).withProfile("strict"));
            judge(outcome);
            var run = new Run(outcome, INDEX);
            for (Format format : Format.values()) {
                var text = new StringBuilder();
                format.write(run, new Format.Style(false, false, Viewpoint.ROOT), text);
                switch (format) {
                    case JSON, SARIF -> new ObjectMapper().readTree(text.toString());
                    case TEXT, GITHUB ->
                        assertThat(text.chars().filter(c -> (c < ' ' && c != '\n') || (c >= 0x7f && c <= 0x9f)))
                                .isEmpty();
                }
            }
        }
    };

    private static final RuleIndex INDEX = RuleIndex.load();

    private static final List<String> PATHS = List.of(
            "a",
            "a/b",
            "a/b/c.txt",
            "src/main/x.java",
            ".git",
            "node_modules/a/b",
            "a b",
            "[x]",
            "ä/🚢",
            "..a",
            "b\\c");

    /// Reads the input; throws, or fails an assertion, where anything is not as it should be.
    abstract void feed(byte[] input) throws Exception;

    /// How it is called on the command line.
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static MappedText whole(Source source) {
        return MappedText.of(source, new Span(0, source.text().length()));
    }

    /// The files of an input: each begins with a line `=== path`; what stands before them is `first`.
    private static Map<String, byte[]> files(byte[] input, String first) {
        // A character for each byte, so that no byte is lost.
        String text = new String(input, StandardCharsets.ISO_8859_1);
        Map<String, byte[]> files = new LinkedHashMap<>();
        String path = first;
        int start = 0;
        for (int mark = text.indexOf("=== "); mark >= 0 && files.size() < 20; mark = text.indexOf("=== ", start)) {
            put(files, path, text.substring(start, mark));
            int end = text.indexOf('\n', mark);
            end = end < 0 ? text.length() : end;
            path = text.substring(mark + 4, end);
            start = Math.min(end + 1, text.length());
        }
        put(files, path, text.substring(start));
        return files;
    }

    private static void put(Map<String, byte[]> files, String path, String text) {
        String clean = Tree.resolve("", path);
        if (clean != null && !clean.isEmpty()) {
            files.put(clean, text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static void problems(List<Problem> problems, int length) {
        for (Problem problem : problems) {
            assertThat(new Span(0, length).contains(problem.span()))
                    .as("%s", problem)
                    .isTrue();
        }
    }

    private static void judge(Outcome outcome) {
        assertThat(outcome.faults()).noneMatch(fault -> fault.kind() == Outcome.Fault.Kind.INTERNAL);
        var all = new ArrayList<>(outcome.findings());
        outcome.suppressed().forEach(suppressed -> all.add(suppressed.finding()));
        for (Finding finding : all) {
            stands(finding.place());
            finding.related().forEach(step -> stands(step.place()));
            finding.flow().forEach(step -> stands(step.place()));
            finding.fix().ifPresent(fix -> {
                for (Fix.Change change : fix.changes()) {
                    int after = 0;
                    for (Edit edit : change.edits()) {
                        stands(new Place(change.source(), edit.span()));
                        assertThat(edit.span().start()).as(fix.title()).isGreaterThanOrEqualTo(after);
                        after = edit.span().end();
                    }
                }
            });
        }
    }

    private static void stands(Place place) {
        assertThat(new Span(0, place.source().text().length()).contains(place.span()))
                .as("%s in %s", place.span(), place.source().path())
                .isTrue();
    }
}
