package dev.drydock.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.report.JsonWriter;
import dev.drydock.rule.RuleIndex;
import dev.drydock.rule.RuleInfo;
import dev.drydock.source.Limits;
import dev.drydock.source.Source;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import dev.harrel.jsonschema.providers.SnakeYamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `docs/drydock.schema.json` is what [ConfigReader] accepts.
class SchemaTest {

    private static final Path FILE = Path.of(System.getProperty("drydock.basedir", "."), "docs/drydock.schema.json");

    private static final RuleIndex RULES = RuleIndex.load();

    @Test
    void theSchemaIsCurrent() throws IOException {
        String schema = schema();
        if ("write".equals(System.getProperty("drydock.golden"))) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, schema);
        }
        assertThat(FILE).hasContent(schema);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "profile: strict",
                "profile: other",
                "profiles: strict",
                "fail-on: none",
                "fail-on: 3",
                "fail-on: style",
                "rules: {}",
                "shellcheck: auto",
                "shellcheck: off",
                "shellcheck: maybe",
                "rules: {SC2086: off, sc1091: info}",
                "rules: {SC20867: off}",
                "rules: {SC2086: {option: 1}}",
                "rules: []",
                "rules: {no-such-rule: error}",
                "exclude: a",
                "exclude: [a, b]",
                "exclude: {a: b}",
                "overrides: []",
                "overrides: [{paths: a, rules: {}}]",
                "overrides: [{paths: [a]}]",
                "overrides: [{paths: [a], rules: {}, more: 1}]",
                "overrides: {}",
                "roles: {files: {a: production}}",
                "roles: {files: {a: b}}",
                "roles: {stages: {a: test}}",
                "roles: {stage: {a: test}}",
                "compose: [[a.yaml, b.yaml], c.yaml]",
                "compose: a.yaml",
                "compose: [{a: b}]",
                "limits: {}",
                "limits: {file-size: 4MiB, entries: 1000, nesting: 20}",
                "limits: {file-size: 512KiB}",
                "limits: {file-size: 1048576}",
                "limits: {file-size: 1073741825}",
                "limits: {file-size: 4GiB}",
                "limits: {file-size: 0MiB}",
                "limits: {entries: 0}",
                "limits: {entries: 1MiB}",
                "limits: {nesting: 1001}",
                "limits: {nesting: -1}",
                "limits: {memory: 1}",
                "limits: 1",
                "[]",
            })
    void schemaAndReaderAgree(String config) throws IOException {
        assertAgree(config);
    }

    @Test
    void theyAgreeOnEveryRule() throws IOException {
        for (RuleInfo rule : RULES.infos()) {
            assertAgree("rules: {" + rule.id() + ": error}");
            assertAgree("rules: {" + rule.id() + ": 'off'}");
            assertAgree("rules: {" + rule.id() + ": loud}");
            assertAgree("rules: {" + rule.id() + ": {level: info, no-such-option: 1}}");
            for (String option : rule.options().values().keySet()) {
                assertAgree("rules: {" + rule.id() + ": {" + option + ": [a]}}");
                assertAgree("rules: {" + rule.id() + ": {" + option + ": a}}");
            }
        }
    }

    private static void assertAgree(String config) throws IOException {
        var validator = new ValidatorFactory()
                .withJsonNodeFactories(new JacksonNode.Factory(), new SnakeYamlNode.Factory())
                .createValidator();
        var schema = validator.registerSchema(schema());
        assertThat(validator.validate(schema, config).isValid()).as(config).isEqualTo(isRead(config));
    }

    private static boolean isRead(String config) {
        try {
            ConfigReader.read(Source.of("drydock.yaml", config), RULES);
            return true;
        } catch (ConfigException _) {
            return false;
        }
    }

    private static String schema() throws IOException {
        var out = new StringBuilder();
        var json = new JsonWriter(out);
        json.object();
        json.field("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.field("title", "drydock.yaml");
        json.field("type", "object");
        json.name("properties").object();
        words(json, "profile", RULES.profiles());
        words(json, "fail-on", List.of("error", "warning", "info", "style", "none"));
        // Bare `on` and `off` are booleans to a YAML 1.1 reader.
        json.name("shellcheck").object().name("enum").array();
        for (String word : Config.SHELLCHECK) {
            json.value(word);
        }
        json.value(true).value(false).endArray().endObject();
        reference(json, "rules", "rules");
        json.name("overrides").object().field("type", "array").name("items").object();
        json.field("type", "object").field("required", List.of("paths", "rules"));
        json.name("properties").object();
        reference(json, "paths", "texts");
        reference(json, "rules", "rules");
        json.endObject().field("additionalProperties", false).endObject().endObject();
        reference(json, "exclude", "texts");
        json.name("roles").object().field("type", "object").name("properties").object();
        reference(json, "files", "roles");
        reference(json, "stages", "roles");
        json.endObject().field("additionalProperties", false).endObject();
        json.name("compose").object().field("type", "array");
        reference(json, "items", "texts");
        json.endObject();
        json.name("limits").object().field("type", "object").name("properties").object();
        json.name("file-size").object().name("anyOf").array();
        number(json.object(), Limits.MOST.fileSize());
        json.object()
                .field("type", "string")
                .field("pattern", "^([1-9][0-9]{0,5}KiB|[1-9][0-9]{0,2}MiB|10[01][0-9]MiB|" + "102[0-4]MiB)$")
                .endObject();
        json.endArray().endObject();
        number(json.name("entries").object(), Limits.MOST.entries());
        number(json.name("nesting").object(), Limits.MOST.nesting());
        json.endObject().field("additionalProperties", false).endObject();
        json.endObject().field("additionalProperties", false);
        json.name("$defs").object();
        json.name("text")
                .object()
                .field("type", List.of("string", "number", "boolean"))
                .endObject();
        json.name("texts").object().name("anyOf").array();
        json.object().field("$ref", "#/$defs/text").endObject();
        json.object().field("type", "array");
        reference(json, "items", "text");
        json.endObject().endArray().endObject();
        json.name("roles").object().field("type", "object");
        words(json, "additionalProperties", Config.ROLES);
        json.endObject();
        // Bare `on` and `off` are booleans to a YAML 1.1 reader and texts to a YAML 1.2 reader; both are levels.
        json.name("level").object().name("enum").array();
        for (String word : List.of("error", "warning", "info", "style", "on", "off")) {
            json.value(word);
        }
        json.value(true).value(false).endArray().endObject();
        rules(json);
        json.endObject().endObject().end();
        return out.toString();
    }

    private static void rules(JsonWriter json) throws IOException {
        json.name("rules").object().field("type", "object");
        json.name("properties").object();
        Set<String> aliases = new TreeSet<>();
        for (RuleInfo rule : RULES.infos()) {
            aliases.addAll(rule.aliases());
            json.name(rule.id()).object().field("description", rule.title());
            json.name("anyOf").array();
            json.object().field("$ref", "#/$defs/level").endObject();
            options(json, List.of(rule));
            json.endArray().endObject();
        }
        for (String alias : aliases) {
            List<RuleInfo> named = RULES.named(alias);
            json.name(alias).object();
            json.field(
                    "description",
                    "the same as "
                            + String.join(", ", named.stream().map(RuleInfo::id).toList()));
            json.name("anyOf").array();
            json.object().field("$ref", "#/$defs/level").endObject();
            options(json, named);
            json.endArray().endObject();
        }
        json.endObject();
        json.name("patternProperties").object().name("^[Ss][Cc][0-9]{4}$").object();
        json.name("anyOf").array();
        json.object().field("$ref", "#/$defs/level").endObject();
        options(json, List.of());
        json.endArray().endObject().endObject();
        json.field("additionalProperties", false).endObject();
    }

    private static void options(JsonWriter json, List<RuleInfo> rules) throws IOException {
        json.object().field("type", "object").name("properties").object();
        reference(json, "level", "level");
        Set<String> options = new TreeSet<>();
        rules.forEach(rule -> options.addAll(rule.options().values().keySet()));
        for (String option : options) {
            reference(json, option, "texts");
        }
        json.endObject().field("additionalProperties", false).endObject();
    }

    private static void number(JsonWriter json, long most) throws IOException {
        json.field("type", "integer").field("minimum", 1).field("maximum", most).endObject();
    }

    private static void words(JsonWriter json, String name, Iterable<String> words) throws IOException {
        json.name(name).object().field("enum", words).endObject();
    }

    private static void reference(JsonWriter json, String name, String definition) throws IOException {
        json.name(name).object().field("$ref", "#/$defs/" + definition).endObject();
    }
}
