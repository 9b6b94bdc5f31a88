package dev.drydock.config;

import dev.drydock.config.Config.FailOn;
import dev.drydock.config.Config.RoleOf;
import dev.drydock.rule.RuleIndex;
import dev.drydock.rule.RuleInfo;
import dev.drydock.rule.Severity;
import dev.drydock.source.Limits;
import dev.drydock.source.Nearest;
import dev.drydock.source.Position;
import dev.drydock.source.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/// Reads a `drydock.yaml` strictly: whatever it does not know is a fault with a place, and all faults are told at
/// once.
public final class ConfigReader {

    /// The names under which the configuration is looked for.
    public static final String FILE_NAME = "drydock.yaml";

    private static final List<String> KEYS =
            List.of("profile", "fail-on", "shellcheck", "rules", "overrides", "exclude", "roles", "compose", "limits");
    private static final List<String> LEVELS = List.of("error", "warning", "info", "style", "on", "off");

    /// Who mends these will see the others.
    private static final int MOST_FAULTS = 20;

    private final Source source;
    private final RuleIndex index;
    private final List<String> faults = new ArrayList<>();

    private ConfigReader(Source source, RuleIndex index) {
        this.source = source;
        this.index = index;
    }

    /// The configuration that a file holds.
    ///
    /// @param source the file, its path as it is to be shown in messages
    /// @throws ConfigException where anything in it is not understood
    public static Config read(Source source, RuleIndex index) throws ConfigException {
        var reader = new ConfigReader(source, index);
        Config config = reader.config();
        if (!reader.faults.isEmpty()) {
            throw new ConfigException(reader.faults);
        }
        return config;
    }

    private Config config() {
        Node root = compose();
        if (root == null) {
            return Config.EMPTY;
        }
        Map<String, Node> top = mapping(root, "the configuration", KEYS);
        Map<String, Node> roles = mapping(top.get("roles"), "roles", List.of("files", "stages"));
        String failOn = word(top.get("fail-on"), "a level to fail on", FailOn.WORDS);
        return new Config(
                word(top.get("profile"), "a profile", List.copyOf(index.profiles())),
                failOn == null ? null : FailOn.of(failOn),
                word(top.get("shellcheck"), "a word for shellcheck", Config.SHELLCHECK),
                rules(top.get("rules")),
                overlays(top.get("overrides")),
                globs(top.get("exclude"), "exclude"),
                roles(roles.get("files")),
                roles(roles.get("stages")),
                sets(top.get("compose")),
                limits(top.get("limits")));
    }

    private Limits limits(@Nullable Node node) {
        Limits limits = Limits.DEFAULT;
        for (Map.Entry<String, Node> part :
                mapping(node, "limits", Limits.NAMES).entrySet()) {
            String text = scalar(part.getValue(), "a limit");
            if (text != null) {
                try {
                    limits = limits.with(part.getKey(), text);
                } catch (IllegalArgumentException e) {
                    fault(part.getValue(), String.valueOf(e.getMessage()));
                }
            }
        }
        return limits;
    }

    private List<Config.Overlay> overlays(@Nullable Node node) {
        var overlays = new ArrayList<Config.Overlay>();
        for (Node item : list(node, "overrides")) {
            Map<String, Node> parts = mapping(item, "an override", List.of("paths", "rules"));
            if (parts.size() < 2) {
                fault(item, "an override has paths and rules");
            }
            overlays.add(new Config.Overlay(globs(parts.get("paths"), "paths"), rules(parts.get("rules"))));
        }
        return overlays;
    }

    private @Nullable Node compose() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(true);
        var characters = new StreamReader(source.text());
        try {
            var parser = new ParserImpl(characters, options);
            return new Composer(parser, new Resolver(), options).getSingleNode();
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            String problem = e.getProblem() == null ? "not YAML" : e.getProblem();
            faults.add(mark == null ? source.path() + ": " + problem : at(mark) + problem);
        } catch (NumberFormatException _) {
            faults.add(at(characters.getMark()) + "an escape has no digits behind it");
        } catch (YAMLException e) {
            String message = e.getMessage() == null ? "not YAML" : e.getMessage();
            faults.add(source.path() + ": " + message.replace('\n', ' '));
        }
        return null;
    }

    private Map<String, Setting> rules(@Nullable Node node) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        for (NodeTuple pair : pairs(node, "rules")) {
            String name = scalar(pair.getKeyNode(), "a rule");
            if (name == null) {
                continue;
            }
            List<RuleInfo> rules = index.named(name);
            if (rules.isEmpty()) {
                if (faults.size() < MOST_FAULTS) {
                    fault(pair.getKeyNode(), "unknown rule " + name + Nearest.hint(name, index.names()));
                }
                continue;
            }
            Setting setting = setting(pair.getValueNode(), name, rules);
            for (RuleInfo rule : rules) {
                settings.put(rule.id(), setting);
            }
        }
        return settings;
    }

    /// A level alone, or a mapping of the level and the rule's options.
    private Setting setting(Node node, String name, List<RuleInfo> rules) {
        if (!(node instanceof MappingNode)) {
            return level(node, Map.of());
        }
        Set<String> known = new HashSet<>();
        known.add("level");
        for (RuleInfo rule : rules) {
            known.addAll(rule.options().values().keySet());
        }
        Node level = null;
        Map<String, List<String>> options = new LinkedHashMap<>();
        for (Map.Entry<String, Node> part : mapping(node, name, known).entrySet()) {
            if (part.getKey().equals("level")) {
                level = part.getValue();
            } else {
                options.put(part.getKey(), texts(part.getValue(), part.getKey()));
            }
        }
        return level == null ? new Setting(Setting.State.UNSAID, null, options) : level(level, options);
    }

    private Setting level(Node node, Map<String, List<String>> options) {
        String word = word(node, "a level", LEVELS);
        Setting.State state = "off".equals(word) ? Setting.State.OFF : Setting.State.ON;
        return new Setting(state, word == null ? null : Severity.of(word), options);
    }

    private List<RoleOf> roles(@Nullable Node node) {
        var roles = new ArrayList<RoleOf>();
        for (NodeTuple pair : pairs(node, "roles")) {
            String pattern = scalar(pair.getKeyNode(), "a pattern");
            String role = word(pair.getValueNode(), "a role", Config.ROLES);
            if (pattern != null && role != null) {
                roles.add(new RoleOf(Glob.of(pattern), role));
            }
        }
        return roles;
    }

    /// Each item is a list of files, or one file alone.
    private List<List<String>> sets(@Nullable Node node) {
        var sets = new ArrayList<List<String>>();
        for (Node item : list(node, "compose")) {
            List<String> set = texts(item, "an item of compose");
            if (set.isEmpty()) {
                fault(item, "an item of compose names files");
            } else {
                sets.add(set);
            }
        }
        return sets;
    }

    private List<Glob> globs(@Nullable Node node, String what) {
        var globs = new ArrayList<Glob>();
        for (String text : texts(node, what)) {
            globs.add(Glob.of(text));
        }
        return globs;
    }

    /// A list of texts; one text alone is a list of one.
    private List<String> texts(@Nullable Node node, String what) {
        var texts = new ArrayList<String>();
        for (Node item : node instanceof ScalarNode ? List.of(node) : list(node, what)) {
            String text = scalar(item, what);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    private List<Node> list(@Nullable Node node, String what) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        if (node != null) {
            fault(node, what + " is a list");
        }
        return List.of();
    }

    private @Nullable String scalar(Node node, String what) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        fault(node, what + " is a plain text");
        return null;
    }

    /// One of the words that are known, or null after telling of the fault.
    private @Nullable String word(@Nullable Node node, String what, List<String> known) {
        if (node == null) {
            return null;
        }
        String word = scalar(node, what);
        if (word == null || known.contains(word)) {
            return word;
        }
        fault(node, word + " is not " + what + "; it is one of " + String.join(", ", known));
        return null;
    }

    private List<NodeTuple> pairs(@Nullable Node node, String what) {
        if (node instanceof MappingNode mapping) {
            return mapping.getValue();
        }
        if (node != null) {
            fault(node, what + " is a mapping");
        }
        return List.of();
    }

    private Map<String, Node> mapping(@Nullable Node node, String what, Iterable<String> known) {
        Map<String, Node> parts = new LinkedHashMap<>();
        for (NodeTuple pair : pairs(node, what)) {
            String key = scalar(pair.getKeyNode(), "a key");
            if (key == null) {
                continue;
            }
            boolean isKnown = false;
            for (String name : known) {
                isKnown |= name.equals(key);
            }
            if (!isKnown) {
                fault(pair.getKeyNode(), "unknown key " + key + " in " + what + Nearest.hint(key, known));
            } else if (parts.put(key, pair.getValueNode()) != null) {
                fault(pair.getKeyNode(), key + " is there twice");
            }
        }
        return parts;
    }

    private void fault(Node node, String message) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(at(node.getStartMark()) + message);
        }
    }

    private String at(Mark mark) {
        // SnakeYAML counts code points.
        int points = Math.min(
                mark.getIndex(), source.text().codePointCount(0, source.text().length()));
        Position position = source.position(source.text().offsetByCodePoints(0, points));
        return source.path() + ":" + position.line() + ":" + position.column() + ": ";
    }
}
