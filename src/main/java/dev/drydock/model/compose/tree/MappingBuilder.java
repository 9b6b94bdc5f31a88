package dev.drydock.model.compose.tree;

import dev.drydock.source.Place;
import dev.drydock.syntax.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts a mapping together: of what is written, and of what Compose takes where nothing is.
public final class MappingBuilder {

    private final Place place;
    private final Map<String, Node.Member> members = new LinkedHashMap<>();

    /// A builder of a mapping that stands for what is written at `place`.
    public MappingBuilder(Place place) {
        this.place = place;
    }

    /// Adds a key with its value; one that is there already is replaced where it is.
    public MappingBuilder add(Node.Member member) {
        members.put(member.key(), member);
        return this;
    }

    /// Adds a string; nothing where there is none.
    public MappingBuilder add(String key, @Nullable Value value) {
        return value == null ? this : add(key, Node.Scalar.of(value, YamlNode.Scalar.Kind.STRING));
    }

    /// Adds a value under a key that nobody wrote.
    public MappingBuilder add(String key, Node value) {
        return add(new Node.Member(key, List.of(value.place()), value));
    }

    /// Adds a string that nobody wrote.
    public MappingBuilder implied(String key, Place because, String text) {
        return implied(key, because, text, YamlNode.Scalar.Kind.STRING);
    }

    /// Adds a value that nobody wrote.
    public MappingBuilder implied(String key, Place because, String text, YamlNode.Scalar.Kind kind) {
        return add(key, Node.Scalar.of(Value.implied(because, "", text), kind));
    }

    /// Adds what is written, or, where nothing is, what Compose takes then.
    public MappingBuilder or(Node.@Nullable Member written, String key, Place because, String otherwise) {
        return written != null && !written.value().isNull() ? add(written) : implied(key, because, otherwise);
    }

    /// Adds the members of a mapping whose keys are not there yet.
    public MappingBuilder rest(Node.Mapping mapping) {
        mapping.byKey().forEach(members::putIfAbsent);
        return this;
    }

    public boolean has(String key) {
        return members.containsKey(key);
    }

    public int size() {
        return members.size();
    }

    public boolean isEmpty() {
        return members.isEmpty();
    }

    public Node.Mapping build() {
        return new Node.Mapping(members, false, place, List.of());
    }

    /// The mapping, which took the place of others.
    public Node.Mapping build(List<Place> replaced) {
        return new Node.Mapping(members, false, place, replaced);
    }
}
