package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.MappedText;
import dev.drydock.source.Place;
import dev.drydock.source.Problem;
import dev.drydock.source.Source;
import dev.drydock.source.Tree;
import dev.drydock.syntax.compose.Environment;
import dev.drydock.syntax.compose.Template;
import dev.drydock.syntax.yaml.YamlFile;
import dev.drydock.syntax.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns YAML nodes of one file into values. What has not the expected shape is left out: the schema rule tells of
/// it.
record Fields(YamlFile yaml, Map<String, String> environment, List<Problem> problems) {

    Source source() {
        return yaml.source();
    }

    Place place(YamlNode node) {
        return new Place(source(), node.span());
    }

    Place place(YamlNode.Entry entry) {
        return new Place(source(), entry.span());
    }

    /// A scalar's value; null for anything else and for a null.
    @Nullable
    Value value(@Nullable YamlNode node) {
        YamlNode.Scalar scalar = node == null ? null : node.asScalar();
        if (scalar == null || scalar.kind() == YamlNode.Scalar.Kind.NULL) {
            return null;
        }
        return value(Template.parse(yaml.text(scalar), problems));
    }

    Value value(Template template) {
        return Value.of(source(), Tree.directory(source().path()), template, Environment.open(environment));
    }

    @Nullable
    Value value(YamlNode.@Nullable Mapping mapping, String key) {
        return mapping == null ? null : value(mapping.value(key));
    }

    /// The values of a list, or the one value of a scalar.
    List<Value> values(@Nullable YamlNode node) {
        var values = new ArrayList<Value>();
        for (YamlNode item : items(node)) {
            Value value = value(item);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /// The items of a list, or the node itself where it is none.
    static List<YamlNode> items(@Nullable YamlNode node) {
        if (node == null || node.isNull()) {
            return List.of();
        }
        YamlNode.Sequence sequence = node.asSequence();
        return sequence == null ? List.of(node) : sequence.items();
    }

    /// The entries of a mapping, merged ones included; none where the node is no mapping.
    static List<YamlNode.Entry> entries(@Nullable YamlNode node) {
        YamlNode.Mapping mapping = node == null ? null : node.asMapping();
        if (mapping == null) {
            return List.of();
        }
        var entries = new ArrayList<YamlNode.Entry>();
        for (YamlNode.Entry entry : mapping.entries()) {
            if (!entry.isMerge()) {
                entries.add(entry);
            }
        }
        entries.addAll(mapping.merged());
        return entries;
    }

    /// Settings, written as a mapping or as a list of `NAME=value`.
    List<Setting> settings(@Nullable YamlNode node) {
        var settings = new ArrayList<Setting>();
        if (node != null && node.asMapping() != null) {
            for (YamlNode.Entry entry : entries(node)) {
                settings.add(new Setting(
                        entry.key().value(),
                        place(entry.key()),
                        value(entry.value()),
                        place(entry),
                        "!reset".equals(entry.value().tag())));
            }
            return settings;
        }
        for (YamlNode item : items(node)) {
            Value whole = value(item);
            if (whole != null) {
                setting(whole, item, settings);
            }
        }
        return settings;
    }

    private void setting(Value whole, YamlNode item, List<Setting> settings) {
        Template template = whole.template();
        List<Integer> signs = template.places('=');
        int end = signs.isEmpty() ? template.end() : signs.getFirst();
        Template name = template.slice(template.start(), end);
        // A name that depends on a variable is nobody's to tell.
        if (name.hasVariables()) {
            return;
        }
        Value value = signs.isEmpty() ? null : value(template.slice(end + 1, template.end()));
        settings.add(new Setting(name.written(), new Place(source(), name.span()), value, place(item), false));
    }

    boolean isTrue(@Nullable Value value) {
        return value != null
                && (value.is("true") || value.is("True") || value.is("TRUE") || value.is("yes") || value.is("on"));
    }

    /// A name as a value: the keys of `depends_on` and `networks` are never interpolated.
    Value name(YamlNode.Scalar key) {
        MappedText text = yaml.text(key);
        return value(Template.literal(text));
    }
}
