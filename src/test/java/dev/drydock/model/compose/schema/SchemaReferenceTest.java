package dev.drydock.model.compose.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drydock.model.compose.schema.Violation.Kind;
import dev.drydock.model.compose.tree.Fragment;
import dev.drydock.model.compose.tree.Node;
import dev.drydock.model.compose.tree.NodeReader;
import dev.drydock.source.Source;
import dev.drydock.syntax.compose.Environment;
import dev.drydock.syntax.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Judges the vocabulary against the JSON schema that compose-go ships.
class SchemaReferenceTest {

    private static final Path CORPUS = Path.of(System.getProperty("drydock.corpus", "../shared/corpus"));
    private static final int DOCUMENTS = 20_000;

    /// Where we are stricter than the schema: what Compose refuses later, or Docker, or nobody although it means
    /// nothing; and what is only deprecated.
    private static final Set<Kind> STRICTER = EnumSet.of(
            Kind.DEPRECATED,
            Kind.MISSING_NEEDED,
            Kind.UNKNOWN_WORD,
            Kind.BAD_PORT,
            Kind.BAD_VOLUME,
            Kind.BAD_DEVICE,
            Kind.BAD_DURATION,
            Kind.BAD_SIZE,
            Kind.BAD_TEXT);

    @BeforeAll
    static void there() {
        assumeTrue(Files.exists(Reference.SCHEMA), "no reference schema at " + Reference.SCHEMA);
    }

    @Test
    void generatedDocumentsAreJudgedAlike() throws IOException {
        var reference = new Reference();
        var documents = new Documents(20261125, allKeys());
        var differing = new ArrayList<String>();
        int accepted = 0;
        Set<Kind> seen = EnumSet.noneOf(Kind.class);
        for (int i = 0; i < DOCUMENTS; i++) {
            String text = documents.next();
            Node root = fragments(Source.of("compose.yaml", text)).getFirst().root();
            List<Violation> violations = SchemaCheck.check(root, true);
            violations.forEach(violation -> seen.add(violation.kind()));
            boolean accepts = reference.accepts(root);
            accepted += accepts ? 1 : 0;
            if (accepts != inSchema(violations).isEmpty()) {
                differing.add((accepts ? "reference accepts: " : "reference rejects: ") + text + " ours: "
                        + inSchema(violations));
            }
        }
        assertThat(differing).isEmpty();
        assertThat(accepted).isBetween(DOCUMENTS / 4, DOCUMENTS * 3 / 4);
        assertThat(seen).containsExactlyInAnyOrder(Kind.values());
    }

    @Test
    void realFilesAreJudgedAlike() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS), "no corpus at " + CORPUS + "; -Ddrydock.corpus names it");
        var reference = new Reference();
        var differing = new ArrayList<String>();
        int judged = 0;
        try (var files = Files.list(CORPUS.resolve("compose"))) {
            for (Path path : files.sorted().toList()) {
                Source source = Source.of(path.getFileName().toString(), Files.readAllBytes(path));
                if (!YamlFile.read(source).problems().isEmpty()) {
                    continue;
                }
                for (Fragment fragment : fragments(source)) {
                    if (fragment.root().isNull()) {
                        continue;
                    }
                    List<Violation> violations = inSchema(SchemaCheck.check(fragment.root(), true));
                    boolean accepts = reference.accepts(fragment.root());
                    judged++;
                    if (accepts != violations.isEmpty()) {
                        differing.add(path.getFileName()
                                + (accepts ? " accepted" : " rejected")
                                + (reference.guessed() ? " guessed " : " ")
                                + violations);
                    }
                }
            }
        }
        assertThat(differing).isEmpty();
        assertThat(judged).isGreaterThan(1500);
    }

    @Test
    void theVocabularyHasTheKeysOfTheSchema() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(Files.readString(Reference.SCHEMA));
        var differing = new ArrayList<String>();
        compare(schema, schema, Vocabulary.compose().shape("file"), "", differing);
        assertThat(differing).isEmpty();
    }

    private static void compare(JsonNode root, JsonNode node, Shape shape, String path, List<String> differing) {
        var keys = new TreeSet<String>();
        node.path("properties").fieldNames().forEachRemaining(keys::add);
        if (!keys.equals(new TreeSet<>(shape.keys().keySet()))) {
            differing.add(path + ": " + keys + " but " + shape.keys().keySet());
        }
        for (Shape.Key key : shape.keys().values()) {
            compare(root, node.path("properties").path(key.name()), key.type(), path + "." + key.name(), differing);
        }
    }

    private static void compare(JsonNode root, JsonNode node, Type type, String path, List<String> differing) {
        for (JsonNode one : alternatives(root, node)) {
            if (one.has("properties") && !one.path("patternProperties").has(".+")) {
                if (type.shape() == null) {
                    differing.add(path + " has no shape");
                } else {
                    compare(root, one, Vocabulary.compose().shape(type.shape()), path, differing);
                }
            } else if (type.values() != null) {
                for (var pattern : one.path("patternProperties").properties()) {
                    if (!pattern.getKey().equals("^x-")) {
                        compare(root, pattern.getValue(), type.values(), path + ".*", differing);
                    }
                }
            }
            if (one.has("items") && type.items() != null) {
                compare(root, one.path("items"), type.items(), path + "[]", differing);
            }
        }
    }

    private static List<JsonNode> alternatives(JsonNode root, JsonNode node) {
        if (node.has("$ref")) {
            return alternatives(root, root.at(node.path("$ref").asText().substring(1)));
        }
        if (node.has("oneOf")) {
            var all = new ArrayList<JsonNode>();
            node.path("oneOf").forEach(one -> all.addAll(alternatives(root, one)));
            return all;
        }
        return List.of(node);
    }

    private static List<Violation> inSchema(List<Violation> violations) {
        return violations.stream()
                .filter(violation -> !STRICTER.contains(violation.kind()))
                .toList();
    }

    private static List<Fragment> fragments(Source source) {
        return NodeReader.read(YamlFile.read(source), "", Environment.UNKNOWN, new ArrayList<>());
    }

    private static List<String> allKeys() throws IOException {
        var keys = new TreeSet<String>();
        collect(new ObjectMapper().readTree(Files.readString(Reference.SCHEMA)), keys);
        return List.copyOf(keys);
    }

    private static void collect(JsonNode node, Set<String> keys) {
        JsonNode properties = node.get("properties");
        if (properties != null) {
            properties.fieldNames().forEachRemaining(keys::add);
        }
        node.forEach(inner -> collect(inner, keys));
    }
}
