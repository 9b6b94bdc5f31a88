package dev.drydock.model.compose.tree;

import dev.drydock.source.Place;
import dev.drydock.syntax.yaml.YamlNode;
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
    record Scalar(Value value, YamlNode.Scalar.Kind kind, List<Place> replaced) implements Node {

        public Scalar {
            replaced = List.copyOf(replaced);
        }

        @Override
        public Place place() {
            return value.place();
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
    record Mapping(Map<String, Member> byKey, Place place, List<Place> replaced) implements Node {

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

        /// The value of `key`, or null.
        public @Nullable Node value(String key) {
            Member member = byKey.get(key);
            return member == null ? null : member.value();
        }
    }

    /// A key with its value.
    ///
    /// @param keyPlace where the last file that has the key writes it
    record Member(String key, Place keyPlace, Node value) {}

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
}
