package dev.drydock.model.compose.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drydock.model.compose.schema.Violation.Kind;
import dev.drydock.model.compose.tree.Fragment;
import dev.drydock.model.compose.tree.NodeReader;
import dev.drydock.source.Problem;
import dev.drydock.source.Source;
import dev.drydock.syntax.compose.Environment;
import dev.drydock.syntax.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Judges the check against what compose-go said of real files, each alone and without any variable set.
class VerdictsTest {

    private static final Path CORPUS = Path.of(System.getProperty("drydock.corpus", "../shared/corpus"));

    /// Files that compose-go accepts and we do not, and why not.
    private static final Map<String, String> STRICTER = Map.of(
            "compose/docker__compose__pkg__e2e__fixtures__build-test__platforms__compose-unsupported-platform.yml",
            "the build fails: its platform is called unsupported",
            "compose/eugenp__tutorials__spring-security-modules__spring-security-oauth2-bff__keycloak__compose.yml",
            "the schema's pattern is not anchored, and Docker takes no slash in a container's name");

    /// What the recording had; every other variable was unset.
    private static final Map<String, String> VARIABLES = Map.of("PWD", "/work");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noErrorInWhatComposeAccepts(boolean variablesUnset) throws IOException {
        var wrong = new ArrayList<String>();
        int accepted = 0;
        for (JsonNode verdict : verdicts()) {
            if (!verdict.path("accepted").asBoolean()) {
                continue;
            }
            accepted++;
            String path = verdict.path("path").asText();
            List<Violation> violations = violations(path, variablesUnset).stream()
                    .filter(violation -> violation.kind() != Kind.DEPRECATED)
                    .toList();
            if (violations.isEmpty() == STRICTER.containsKey(path)) {
                wrong.add(path + ": "
                        + violations.stream()
                                .map(violation -> violation
                                                .place()
                                                .source()
                                                .line(violation.place().span().start()) + " " + violation.kind() + " "
                                        + violation.message())
                                .toList());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(accepted).isGreaterThan(1400);
    }

    /// Every refusal for a reason of the schema, or of a short form, is found, on a line that has what the message
    /// names.
    @Test
    void whatTheSchemaRefusesIsFound() throws IOException {
        var missed = new ArrayList<String>();
        int found = 0;
        for (JsonNode verdict : verdicts()) {
            String message = verdict.path("message").asText();
            Kind kind = expected(message);
            if (kind == null) {
                continue;
            }
            List<Violation> violations = violations(verdict.path("path").asText(), true);
            String named = named(message);
            if (violations.stream()
                    .anyMatch(violation ->
                            violation.kind() == kind && line(violation).contains(named))) {
                found++;
            } else {
                missed.add(verdict.path("path").asText() + ": " + message + " but " + violations);
            }
        }
        assertThat(missed).isEmpty();
        assertThat(found).isGreaterThan(50);
    }

    private static @Nullable Kind expected(String message) {
        if (message.contains("additional properties")) {
            return Kind.UNKNOWN_KEY;
        } else if (message.contains("does not match pattern")) {
            return Kind.BAD_PATTERN;
        } else if (message.contains("failed to cast")) {
            return Kind.NOT_CASTABLE;
        } else if (message.contains("invalid spec:")) {
            return Kind.BAD_VOLUME;
        } else if (message.contains("no port specified")) {
            return Kind.BAD_PORT;
        }
        return null;
    }

    private static final List<Pattern> NAMINGS = List.of(
            Pattern.compile("additional properties '([^']+)'"),
            Pattern.compile("(\\w+) '[^']*' does not match pattern"),
            Pattern.compile("(\\w+): failed to cast"),
            Pattern.compile("invalid spec: :*(.*?):*: empty section"));

    /// The key, or the part of a short form, that a message names; empty where it names none.
    private static String named(String message) {
        for (Pattern naming : NAMINGS) {
            Matcher matcher = naming.matcher(message);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        return "";
    }

    private static String line(Violation violation) {
        Source source = violation.place().source();
        return source.text(source.lineSpan(source.line(violation.place().span().start())));
    }

    private static List<Violation> violations(String path, boolean variablesUnset) throws IOException {
        YamlFile yaml = YamlFile.read(Source.of("compose.yaml", Files.readAllBytes(CORPUS.resolve(path))));
        Environment environment = variablesUnset ? Environment.closed(VARIABLES) : Environment.UNKNOWN;
        var violations = new ArrayList<Violation>();
        for (Fragment fragment : NodeReader.read(yaml, "", environment, new ArrayList<Problem>())) {
            violations.addAll(SchemaCheck.check(fragment.root(), true));
        }
        return violations;
    }

    private static List<JsonNode> verdicts() throws IOException {
        Path file = CORPUS.resolve("verdicts-compose.jsonl");
        assumeTrue(Files.exists(file), "no corpus at " + CORPUS + "; -Ddrydock.corpus names it");
        var verdicts = new ArrayList<JsonNode>();
        var mapper = new ObjectMapper();
        for (String line : Files.readAllLines(file)) {
            verdicts.add(mapper.readTree(line));
        }
        return verdicts;
    }
}
