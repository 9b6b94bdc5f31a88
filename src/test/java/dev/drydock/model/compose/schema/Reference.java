package dev.drydock.model.compose.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drydock.model.compose.tree.Node;
import dev.drydock.source.Text;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What compose-go's schema says of a document, after what compose-go does before it asks the schema: variables,
/// casts of strings, and lists whose duplicates it drops.
final class Reference {

    static final Path SCHEMA =
            Path.of(System.getProperty("drydock.corpus", "../shared/corpus"), "../data/compose-spec.json");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /// Where compose-go casts strings, from its interpolation.
    private static final Map<String, List<List<String>>> CASTS = Map.of(
            "integer",
            paths(
                    "services.*.cpu_count",
                    "services.*.cpu_period",
                    "services.*.cpu_quota",
                    "services.*.cpu_rt_period",
                    "services.*.cpu_rt_runtime",
                    "services.*.cpu_shares",
                    "services.*.deploy.replicas",
                    "services.*.deploy.update_config.parallelism",
                    "services.*.deploy.rollback_config.parallelism",
                    "services.*.deploy.restart_policy.max_attempts",
                    "services.*.deploy.placement.max_replicas_per_node",
                    "services.*.healthcheck.retries",
                    "services.*.oom_score_adj",
                    "services.*.pids_limit",
                    "services.*.ports.[].target",
                    "services.*.scale",
                    "services.*.ulimits.*",
                    "services.*.ulimits.*.hard",
                    "services.*.ulimits.*.soft"),
            "number",
            paths(
                    "services.*.cpu_percent",
                    "services.*.cpus",
                    "services.*.deploy.update_config.max_failure_ratio",
                    "services.*.deploy.rollback_config.max_failure_ratio"),
            "boolean",
            paths(
                    "services.*.init",
                    "services.*.oom_kill_disable",
                    "services.*.privileged",
                    "services.*.read_only",
                    "services.*.stdin_open",
                    "services.*.tty",
                    "services.*.healthcheck.disable",
                    "services.*.depends_on.*.required",
                    "services.*.depends_on.*.restart",
                    "services.*.volumes.[].read_only",
                    "services.*.volumes.[].volume.nocopy",
                    "networks.*.external",
                    "networks.*.internal",
                    "networks.*.attachable",
                    "networks.*.enable_ipv4",
                    "networks.*.enable_ipv6",
                    "volumes.*.external",
                    "secrets.*.external",
                    "configs.*.external"));

    /// The lists whose duplicates compose-go drops before it asks the schema.
    private static final List<List<String>> UNIQUE = paths(
            "networks.*.labels",
            "networks.*.ipam.options",
            "services.*.annotations",
            "services.*.build.args",
            "services.*.build.additional_contexts",
            "services.*.build.tags",
            "services.*.build.labels",
            "services.*.cap_add",
            "services.*.cap_drop",
            "services.*.devices",
            "services.*.configs",
            "services.*.deploy.labels",
            "services.*.dns",
            "services.*.dns_opt",
            "services.*.dns_search",
            "services.*.environment",
            "services.*.env_file",
            "services.*.expose",
            "services.*.labels",
            "services.*.links",
            "services.*.networks.*.aliases",
            "services.*.networks.*.link_local_ips",
            "services.*.ports",
            "services.*.profiles",
            "services.*.secrets",
            "services.*.sysctls",
            "services.*.tmpfs",
            "services.*.volumes");

    private final Validator validator = new ValidatorFactory()
            .withJsonNodeFactory(new JacksonNode.Factory())
            .createValidator();
    private final URI schema;
    private boolean castFailed;
    private int unknown;

    Reference() throws IOException {
        schema = validator.registerSchema(new ObjectMapper().readTree(Files.readString(SCHEMA)));
    }

    /// Whether compose-go gets past the schema with this document.
    boolean accepts(Node root) {
        castFailed = false;
        unknown = 0;
        JsonNode json = json(root, List.of());
        return !castFailed && validator.validate(schema, json).isValid();
    }

    /// Whether a variable without a value was in the document asked for last.
    boolean guessed() {
        return unknown > 0;
    }

    private JsonNode json(Node node, List<String> path) {
        return switch (node) {
            case Node.Scalar scalar -> scalar(scalar, path);
            case Node.Sequence sequence -> {
                ArrayNode array = JSON.arrayNode();
                boolean unique = anyMatches(UNIQUE, path);
                Set<JsonNode> seen = new HashSet<>();
                for (Node item : sequence.items()) {
                    JsonNode json = json(item, next(path, "[]"));
                    if (seen.add(json) || !unique) {
                        array.add(json);
                    }
                }
                yield array;
            }
            case Node.Mapping mapping -> {
                ObjectNode object = JSON.objectNode();
                for (Node.Member member : mapping.members()) {
                    object.set(member.key(), json(member.value(), next(path, member.key())));
                }
                yield object;
            }
        };
    }

    private JsonNode scalar(Node.Scalar scalar, List<String> path) {
        String cast = cast(path);
        if (!(scalar.value().text() instanceof Text.Known(String text))) {
            // A text of its own each time, that fits the patterns.
            unknown++;
            return cast.isEmpty()
                    ? JSON.textNode("always" + unknown)
                    : cast.equals("boolean") ? JSON.booleanNode(true) : number(1);
        }
        return switch (scalar.kind()) {
            case NULL -> JSON.nullNode();
            case BOOLEAN -> JSON.booleanNode(text.equalsIgnoreCase("true"));
            case INTEGER, FLOAT -> number(Numbers.value(text));
            case STRING -> cast.isEmpty() ? JSON.textNode(text) : cast(text, cast);
        };
    }

    private JsonNode cast(String text, String cast) {
        try {
            return switch (cast) {
                case "integer" -> JSON.numberNode(Long.parseLong(text));
                case "number" -> number(Double.parseDouble(text));
                default ->
                    switch (text.toLowerCase(Locale.ROOT)) {
                        case "y", "yes", "true", "on" -> JSON.booleanNode(true);
                        case "n", "no", "false", "off" -> JSON.booleanNode(false);
                        default -> throw new NumberFormatException(text);
                    };
            };
        } catch (NumberFormatException _) {
            castFailed = true;
            return JSON.nullNode();
        }
    }

    private static JsonNode number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? JSON.numberNode((long) value)
                : JSON.numberNode(value);
    }

    private static List<List<String>> paths(String... paths) {
        return Arrays.stream(paths).map(path -> List.of(path.split("\\.", -1))).toList();
    }

    private static String cast(List<String> path) {
        for (Map.Entry<String, List<List<String>>> casts : CASTS.entrySet()) {
            if (anyMatches(casts.getValue(), path)) {
                return casts.getKey();
            }
        }
        return "";
    }

    private static boolean anyMatches(List<List<String>> patterns, List<String> path) {
        for (List<String> pattern : patterns) {
            if (matches(pattern, path)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(List<String> pattern, List<String> path) {
        boolean matches = pattern.size() == path.size();
        for (int i = 0; matches && i < pattern.size(); i++) {
            matches = pattern.get(i).equals("*") || pattern.get(i).equals(path.get(i));
        }
        return matches;
    }

    private static List<String> next(List<String> path, String key) {
        var next = new ArrayList<>(path);
        next.add(key);
        return next;
    }
}
