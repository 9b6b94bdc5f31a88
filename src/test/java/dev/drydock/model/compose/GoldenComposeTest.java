package dev.drydock.model.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.model.compose.tree.Node;
import dev.drydock.model.compose.tree.NodeReader;
import dev.drydock.source.MemoryTree;
import dev.drydock.source.Position;
import dev.drydock.source.Source;
import dev.drydock.syntax.yaml.YamlFile;
import dev.drydock.syntax.yaml.YamlNode.Scalar.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What compose-go makes of small projects, case by case: the pages of `testdata/compose`. Under each heading stand
/// the files, each with its path on the line before, then in `result` fences what is at a path of the merged
/// project, and in a `problems` fence what is refused. `files: a b` names the files to put together, `with: A=1`
/// the variables that are set; without them it is what Compose takes by itself, and nothing is set.
class GoldenComposeTest {

    private static final Path PAGES =
            Path.of(System.getProperty("drydock.basedir", ".")).resolve("testdata/compose");

    /// One heading of a page.
    record Case(
            String name,
            Map<String, String> files,
            List<String> paths,
            Map<String, String> variables,
            Map<String, String> results,
            List<String> problems) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() throws IOException {
        var cases = new ArrayList<Case>();
        try (var pages = Files.list(PAGES)) {
            for (Path page : pages.sorted().toList()) {
                read(page, cases);
            }
        }
        return cases.stream();
    }

    @Test
    void thereAreAsManyCasesAsWereAskedFor() throws IOException {
        assertThat(cases().count()).isGreaterThanOrEqualTo(LEAST);
    }

    private static final int LEAST = 250;

    @ParameterizedTest
    @MethodSource("cases")
    void isWhatComposeMakes(Case golden) throws IOException {
        var tree = new MemoryTree(golden.files());
        List<String> paths = golden.paths().isEmpty() ? ComposeProject.defaults(tree, "") : golden.paths();
        MergedProject project = MergedProject.of(tree, paths, golden.variables());
        var problems = new ArrayList<String>();
        for (MergedProject.Fault fault : project.problems()) {
            Source source = fault.place().source();
            Position position = source.position(fault.place().span().start());
            problems.add(source.path() + ":" + position.line() + ":" + position.column() + " " + fault.message());
        }
        assertThat(problems).isEqualTo(golden.problems());
        for (Map.Entry<String, String> result : golden.results().entrySet()) {
            Node at = at(project.root(), result.getKey());
            assertThat(at == null ? "nothing" : text(at))
                    .as(result.getKey())
                    .isEqualTo(result.getValue().isBlank() ? "nothing" : text(parse(result.getValue())));
        }
        assertThat(golden.results().size() + golden.problems().size())
                .as("a case shows something")
                .isPositive();
    }

    private static Node parse(String yaml) {
        YamlFile file = YamlFile.read(Source.of("result", yaml.getBytes(StandardCharsets.UTF_8)));
        assertThat(file.problems()).isEmpty();
        return NodeReader.literal(file).getFirst();
    }

    private static @Nullable Node at(Node root, String path) {
        Node at = root;
        for (String key : path.isEmpty() ? new String[0] : path.split("/", -1)) {
            at = at instanceof Node.Mapping mapping ? mapping.value(key) : null;
            if (at == null) {
                return null;
            }
        }
        return at;
    }

    /// Keys in order of the alphabet; a string is in quotes, and anything else is not.
    private static String text(Node node) {
        return switch (node) {
            case Node.Mapping mapping -> {
                var members = new TreeMap<String, String>();
                mapping.members().forEach(member -> members.put(member.key(), text(member.value())));
                yield members.toString();
            }
            case Node.Sequence list ->
                list.items().stream().map(GoldenComposeTest::text).toList().toString();
            case Node.Scalar scalar -> {
                String text = scalar.value().or("unknown: " + scalar.value().written());
                yield scalar.kind() == Kind.NULL ? "null" : scalar.kind() == Kind.STRING ? '"' + text + '"' : text;
            }
        };
    }

    private static void read(Path page, List<Case> cases) throws IOException {
        List<String> lines = Files.readAllLines(page);
        Case current = null;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("## ")) {
                current = new Case(
                        page.getFileName() + ": " + line.substring(3),
                        new LinkedHashMap<>(),
                        new ArrayList<>(),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        new ArrayList<>());
                cases.add(current);
            } else if (current != null && line.startsWith("files: ")) {
                current.paths().addAll(List.of(line.substring(7).split(" ", -1)));
            } else if (current != null && line.startsWith("with: ")) {
                for (String variable : line.substring(6).split(" ", -1)) {
                    int equals = variable.indexOf('=');
                    current.variables().put(variable.substring(0, equals), variable.substring(equals + 1));
                }
            } else if (current != null && line.startsWith("```")) {
                int end = i + 1;
                while (!lines.get(end).equals("```")) {
                    end++;
                }
                String body = String.join("\n", lines.subList(i + 1, end)) + "\n";
                String info = line.substring(3).strip();
                String before = lines.get(i - 1);
                if (info.startsWith("result")) {
                    current.results().put(info.substring(6).strip(), body);
                } else if (info.equals("problems")) {
                    current.problems().addAll(lines.subList(i + 1, end));
                } else if (before.startsWith("`")) {
                    current.files().put(before.substring(1, before.length() - 1), body);
                } else {
                    current.files().put("compose.yaml", body);
                }
                i = end;
            }
        }
    }
}
