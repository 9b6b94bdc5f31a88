package dev.drydock.model.compose.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.model.compose.schema.Violation.Kind;
import dev.drydock.model.compose.tree.Node;
import dev.drydock.model.compose.tree.NodeReader;
import dev.drydock.source.Source;
import dev.drydock.syntax.compose.Environment;
import dev.drydock.syntax.yaml.YamlFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SchemaCheckTest {

    @Test
    void everyKeyHasALineOfDocumentation() {
        assertThat(Vocabulary.documentation("service", "image")).isEqualTo("image that the container is started from");
        assertThat(Vocabulary.documentation("service", "imgae")).isNull();
        assertThat(Vocabulary.documentation("nothing", "image")).isNull();
        Shape service = Vocabulary.compose().shape("service");
        assertThat(service.keys().values())
                .allSatisfy(key -> assertThat(key.documentation()).isNotEmpty());
    }

    @Test
    void everyShapeThatATypeNamesIsThere() {
        var seen = new ArrayList<String>();
        visit(Vocabulary.compose().shape("file"), seen);
        assertThat(seen).hasSizeGreaterThan(50);
    }

    private static void visit(Shape shape, List<String> seen) {
        if (!seen.contains(shape.name())) {
            seen.add(shape.name());
            shape.keys().values().forEach(key -> visit(key.type(), seen));
        }
    }

    private static void visit(Type type, List<String> seen) {
        if (type.shape() != null) {
            visit(Vocabulary.compose().shape(type.shape()), seen);
        }
        if (type.items() != null) {
            visit(type.items(), seen);
        }
        if (type.values() != null) {
            visit(type.values(), seen);
        }
    }

    @Test
    void aFaultInAStringHasItsOwnPlace() {
        assertThat(places("services: {web: {ports: ['127.0.0.1:99999:80/tcp']}}"))
                .containsExactly("99999");
        assertThat(places("services: {web: {ports: [\"80:80/dns\"]}}")).containsExactly("dns");
        assertThat(places("services: {web: {volumes: ['data:/a:ro:z']}}")).containsExactly("z");
        assertThat(places("services: {web: {network_mode: servce:db}}")).containsExactly("servce");
        // An escape is longer than what it stands for: the whole value then.
        assertThat(places("services: {web: {ports: [\"99999\\x3a80\"]}}")).hasSize(1);
    }

    @Test
    void anEmptyDocumentHasNoViolation() {
        assertThat(check("")).isEmpty();
        assertThat(check("{}")).isEmpty();
        assertThat(check("---\n...\n")).isEmpty();
    }

    @Test
    void whatIsAnchoredIsSaidOnce() {
        assertThat(check("x-a: &a {imgae: b}\nservices: {a: *a, b: *a, c: {<<: *a}}"))
                .extracting(Violation::kind)
                .containsExactly(Kind.UNKNOWN_KEY);
    }

    @Test
    @Timeout(20)
    void bigDocumentsTakeLinearTime() {
        // Warm up, so that the times say something.
        check(services(2_000));
        Duration small = time(services(10_000));
        Duration big = time(services(100_000));
        assertThat(big).isLessThan(small.multipliedBy(60).plusMillis(500));
        assertThat(check(list(100_000, "security_opt", "label:a"))).isEmpty();
        assertThat(check(list(100_000, "group_add", "g"))).isEmpty();
        assertThat(check(keys(100_000))).hasSize(100_000);
        assertThat(check("services: {web: {imgae" + "e".repeat(900) + ": a}}")).hasSize(1);
        assertThat(check("services: {web: {restart: " + "e".repeat(1_000_000) + "}}"))
                .hasSize(1);
        assertThat(check("services: {web: {ports: ['" + "9".repeat(1_000_000) + ":80']}}"))
                .hasSize(1);
    }

    private static Duration time(String text) {
        var root = read(text);
        long start = System.nanoTime();
        assertThat(SchemaCheck.check(root, true)).isEmpty();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static String services(int count) {
        var text = new StringBuilder("services:\n");
        for (int i = 0; i < count; i++) {
            text.append("  s").append(i).append(": {image: a}\n");
        }
        return text.toString();
    }

    private static String list(int count, String key, String prefix) {
        var text = new StringBuilder("services:\n  web:\n    ").append(key).append(":\n");
        for (int i = 0; i < count; i++) {
            text.append("      - ").append(prefix).append(i).append('\n');
        }
        return text.toString();
    }

    private static String keys(int count) {
        var text = new StringBuilder("services:\n  web:\n");
        for (int i = 0; i < count; i++) {
            text.append("    imag").append(i).append(": a\n");
        }
        return text.toString();
    }

    private static List<String> places(String text) {
        return check(text).stream().map(violation -> violation.place().text()).toList();
    }

    private static List<Violation> check(String text) {
        return SchemaCheck.check(read(text), true);
    }

    /// The last document; what is empty reads as one that says nothing.
    private static Node read(String text) {
        YamlFile yaml = YamlFile.read(Source.of("compose.yaml", text.isBlank() ? "~" : text));
        return NodeReader.read(yaml, "", Environment.UNKNOWN, new ArrayList<>())
                .getLast()
                .root();
    }
}
