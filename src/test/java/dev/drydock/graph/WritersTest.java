package dev.drydock.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.drydock.model.compose.Role;
import dev.drydock.model.graph.ProjectGraph;
import dev.drydock.model.graph.ProjectGraph.Edge;
import dev.drydock.model.graph.ProjectGraph.Group;
import dev.drydock.model.graph.ProjectGraph.Node;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/// What the writers make of names that mean something to the format.
class WritersTest {

    @TempDir
    Path directory;

    private static ProjectGraph named(String name) {
        var group = new Group("dockerfile:" + name, name, Role.Kind.UNKNOWN);
        Node image = new Node("image:" + name, Node.Kind.IMAGE, name, name, null, Role.Kind.UNKNOWN, false, null);
        Node stage = new Node("stage:" + name, Node.Kind.STAGE, name, "", group, Role.Kind.UNKNOWN, true, null);
        return new ProjectGraph(
                List.of(group), List.of(image, stage), List.of(new Edge(image, stage, Edge.Kind.COPY, List.of(name))));
    }

    private static String written(GraphFormat format, ProjectGraph graph) throws Exception {
        var out = new StringBuilder();
        format.write(graph, "a <title> & more", out);
        return out.toString();
    }

    private static Document parse(String svg) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"]; end",
                "<script>alert(1)</script>",
                "a\nb\r\nc",
                "\u0000\u0001\u001b[31m",
                "\\",
                "\\\"",
                "%%{init: {\"theme\": \"dark\"}}%%",
                "#quot; &amp; &lt;",
                "`x` **y** _z_",
                "a|b||c",
                "\u202etxt.exe",
                "\ud800",
                "end",
                "]]>",
                "click n0 \"javascript:alert(1)\"",
                "日本語 🙂"
            })
    void hostileNamesStayNames(String name) throws Exception {
        ProjectGraph graph = named(name);
        String mermaid = written(GraphFormat.MERMAID, graph);
        assertThat(mermaid.lines().map(String::strip))
                .allMatch(line -> line.matches("(?s)flowchart TB|end|classDef .*"
                        + "|n\\d+\\(?\\[\"[^\"<>`%|]*(<br/>[^\"<>`%|]*)*\"]\\)?:::\\w+"
                        + "|subgraph g\\d+\\[\"[^\"<>`%|]*\"]"
                        + "|n\\d+ -\\.?->(\\|\"[^\"<>`%|]*(<br/>[^\"<>`%|]*)*\"\\|)? n\\d+"));
        assertThat(mermaid.chars()).allMatch(c -> c == '\n' || !Character.isISOControl(c));

        String dot = written(GraphFormat.DOT, graph);
        assertThat(dot).hasLineCount(11);
        assertThat(dot.chars()).allMatch(c -> c == '\n' || !Character.isISOControl(c));

        Document svg = parse(written(GraphFormat.SVG, graph));
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("a <title> & more");

        var json = new JsonMapper().readTree(written(GraphFormat.JSON, graph));
        if (!name.equals("\ud800")) {
            assertThat(json.at("/nodes/0/label").asText()).isEqualTo(name);
        }
    }

    @Test
    void graphvizReadsWhatIsWrittenForIt() throws Exception {
        assumeTrue(
                List.of("/usr/bin/dot", "/usr/local/bin/dot", "/opt/homebrew/bin/dot").stream()
                        .anyMatch(path -> Files.isExecutable(Path.of(path))),
                "Graphviz is not installed");
        var text = new StringBuilder();
        for (int seed = 0; seed < 30; seed++) {
            text.append(written(GraphFormat.DOT, RandomGraph.of(seed)));
        }
        for (String name : List.of("\"]; x", "\\", "\\\"", "<b>", "&amp;", "a\nb", "\u0001", "{a|b}", "\\N")) {
            text.append(written(GraphFormat.DOT, named(name)));
        }
        Path file = Files.writeString(directory.resolve("graphs.dot"), text);
        Process process = new ProcessBuilder("dot", "-Tcanon", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out").toFile())
                .start();
        assertThat(process.waitFor()).isZero();
        assertThat(directory.resolve("out")).content().doesNotContain("Error", "Warning");
    }

    @Test
    void aPictureNeedsNothingElse() throws Exception {
        String svg = written(GraphFormat.SVG, RandomGraph.of(3));
        assertThat(svg).contains("prefers-color-scheme: dark").doesNotContain("href", "@import", "@font-face");
        assertThat(svg.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http");
    }

    @Test
    void nothingIsDrawnAsNothing() throws Exception {
        var empty = new ProjectGraph(List.of(), List.of(), List.of());
        assertThat(written(GraphFormat.MERMAID, empty)).isEqualTo("flowchart TB\n");
        assertThat(parse(written(GraphFormat.SVG, empty))
                        .getElementsByTagName("rect")
                        .getLength())
                .isEqualTo(1);
        assertThat(new JsonMapper()
                        .readTree(written(GraphFormat.JSON, empty))
                        .at("/nodes")
                        .size())
                .isZero();
    }

    @Test
    void textsAreBrokenAtTheirJointsAndFit() {
        assertThat(TextWidth.wrap("registry.example.com/team/image:1.2.3", 150, 14, true))
                .containsExactly("registry.example.", "com/team/image:", "1.2.3")
                .allSatisfy(line -> assertThat(TextWidth.of(line, 14, true)).isLessThanOrEqualTo(150));
        assertThat(TextWidth.wrap("", 100, 14, true)).containsExactly("");
        assertThat(String.join("", TextWidth.wrap("W".repeat(100), 100, 14, true)))
                .isEqualTo("W".repeat(100));
    }
}
