package dev.drydock.model.compose.tree;

import dev.drydock.source.Place;
import dev.drydock.syntax.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A value of a Compose project: as one file writes it, or as several files together make it. Aliases and merge
/// keys are worked out, variables are interpolated, and each value knows where it stands and what it took the place
/// of.
public sealed interface Node {

    /// Where the value stands. What several files make together stands where the last of them writes it.
    Place place();

    /// The values that this one was laid over and took the place of, the oldest first.
    List<Place> replaced();

    /// A value without parts.
    ///
    /// @param kind what YAML takes it for; what has variables in it is always a string
    /// @param place the whole writing, quotes included
    record Scalar(Value value, YamlNode.Scalar.Kind kind, Place place, List<Place> replaced) implements Node {

        public Scalar {
            replaced = List.copyOf(replaced);
        }

        /// A value that stands where its text stands, and took the place of nothing.
        public static Scalar of(Value value, YamlNode.Scalar.Kind kind) {
            return new Scalar(value, kind, value.place(), List.of());
        }
    }

    /// A list.
    record Sequence(List<Node> items, Place place, List<Place> replaced) implements Node {
        public Sequence {
            items = List.copyOf(items);
            replaced = List.copyOf(replaced);
        }
    }

    /// Keys with values, in the order of writing.
    ///
    /// @param listed whether it is written as a list: of names, or of `NAME=value`
    record Mapping(Map<String, Member> byKey, boolean listed, Place place, List<Place> replaced) implements Node {

        public Mapping {
            byKey = Collections.unmodifiableMap(new LinkedHashMap<>(byKey));
            replaced = List.copyOf(replaced);
        }

        public Collection<Member> members() {
            return byKey.values();
        }

        public @Nullable Member member(String key) {
            return byKey.get(key);
        }

        /// The same with other keys and values.
        Mapping with(Map<String, Member> others) {
            return new Mapping(others, listed, place, replaced);
        }

        /// The scalar value of `key`; null where there is none, or another one.
        public @Nullable Value scalar(String key) {
            Node value = value(key);
            return value == null ? null : value.scalarValue();
        }

        /// The values of `key`: of a list, or of one scalar.
        public List<Value> scalars(String key) {
            Node value = value(key);
            return value == null ? List.of() : value.values();
        }

        /// The mapping at `key`; null where there is none, or another value.
        public @Nullable Mapping mapping(String key) {
            return value(key) instanceof Mapping mapping ? mapping : null;
        }

        /// The value of `key`, or null.
        public @Nullable Node value(String key) {
            Member member = byKey.get(key);
            return member == null ? null : member.value();
        }
    }

    /// A key with its value.
    ///
    /// @param keyPlaces where the files that have the key write it, the last one last
    record Member(String key, List<Place> keyPlaces, Node value) {

        public Member {
            keyPlaces = List.copyOf(keyPlaces);
        }

        /// Where the last file that has the key writes it.
        public Place keyPlace() {
            return keyPlaces.getLast();
        }

        /// Key and value, as the last file writes them.
        public Place place() {
            Place key = keyPlace();
            Place end = value.place();
            boolean together = key.source() == end.source()
                    && key.span().start() <= end.span().start();
            return together ? new Place(key.source(), key.span().to(end.span())) : key;
        }

        /// The same key with another value.
        public Member with(Node other) {
            return new Member(key, keyPlaces, other);
        }

        /// This member with one of a later file laid over it.
        Member under(Member over, Node merged) {
            var places = new ArrayList<>(keyPlaces);
            places.addAll(over.keyPlaces);
            return new Member(key, places, merged);
        }
    }

    default @Nullable Scalar asScalar() {
        return this instanceof Scalar scalar ? scalar : null;
    }

    default @Nullable Sequence asSequence() {
        return this instanceof Sequence sequence ? sequence : null;
    }

    default @Nullable Mapping asMapping() {
        return this instanceof Mapping mapping ? mapping : null;
    }

    /// Whether this is nothing at all: an empty value, `~` or `null`.
    default boolean isNull() {
        return this instanceof Scalar scalar && scalar.kind() == YamlNode.Scalar.Kind.NULL;
    }

    /// The value of a scalar; null for anything else and for a null.
    default @Nullable Value scalarValue() {
        return this instanceof Scalar scalar && !isNull() ? scalar.value() : null;
    }

    /// The items of a list, or the node itself where it is none; nothing where it is null.
    default List<Node> items() {
        return isNull() ? List.of() : List.of(this);
    }

    /// The values of a list, or the one value of a scalar.
    default List<Value> values() {
        var values = new ArrayList<Value>();
        for (Node item : items()) {
            Value value = item.scalarValue();
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }
}
