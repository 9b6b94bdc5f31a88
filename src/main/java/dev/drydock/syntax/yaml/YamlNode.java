package dev.drydock.syntax.yaml;

import dev.drydock.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A node of a YAML document. Its span is that of its content, without tag and anchor.
public sealed interface YamlNode {

    Span span();

    /// The tag and the anchor written before the node; an alias has neither.
    Properties properties();

    /// The tag as written, such as `!reset`; a `!!` tag in its long form.
    default @Nullable String tag() {
        return properties().tag();
    }

    /// What an alias stands for; any other node itself.
    default YamlNode target() {
        return this instanceof Alias alias ? alias.target() : this;
    }

    /// This node, or what it stands for, as a scalar; null where it is none.
    default @Nullable Scalar asScalar() {
        return target() instanceof Scalar scalar ? scalar : null;
    }

    /// This node, or what it stands for, as a mapping; null where it is none.
    default @Nullable Mapping asMapping() {
        return target() instanceof Mapping mapping ? mapping : null;
    }

    /// This node, or what it stands for, as a sequence; null where it is none.
    default @Nullable Sequence asSequence() {
        return target() instanceof Sequence sequence ? sequence : null;
    }

    /// Whether this is nothing at all: an empty value, `~` or `null`.
    default boolean isNull() {
        Scalar scalar = asScalar();
        return scalar != null && scalar.kind() == Scalar.Kind.NULL;
    }

    /// What may stand before a node.
    record Properties(
            @Nullable String tag,
            @Nullable Span tagSpan,
            @Nullable String anchor,
            @Nullable Span anchorSpan) {

        public static final Properties NONE = new Properties(null, null, null, null);
    }

    /// A value without parts.
    ///
    /// @param value the text that the writing stands for: unquoted, unfolded, unescaped
    record Scalar(String value, Style style, Properties properties, Span span) implements YamlNode {

        /// How a scalar is written.
        public enum Style {
            PLAIN,
            SINGLE_QUOTED,
            DOUBLE_QUOTED,
            LITERAL,
            FOLDED
        }

        /// What a scalar is in YAML 1.2's core schema as go-yaml reads it.
        public enum Kind {
            NULL,
            BOOLEAN,
            INTEGER,
            FLOAT,
            STRING
        }

        public Kind kind() {
            return CoreSchema.kind(this);
        }

        /// Whether the value is the same text when it is written without quotes.
        ///
        /// @param inFlow whether it stands between brackets or braces
        public boolean needsNoQuotes(boolean inFlow) {
            return CoreSchema.isPlain(value, inFlow)
                    && new Scalar(value, Style.PLAIN, Properties.NONE, span).kind() == Kind.STRING;
        }
    }

    /// A list.
    record Sequence(List<YamlNode> items, boolean flow, Properties properties, Span span) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /// Keys with values.
    ///
    /// @param entries what is written in it, in order, merge keys included
    /// @param merged what merge keys bring in and no entry overrides
    record Mapping(List<Entry> entries, List<Entry> merged, boolean flow, Properties properties, Span span)
            implements YamlNode {

        public Mapping {
            entries = List.copyOf(entries);
            merged = List.copyOf(merged);
        }

        /// The value of `key`, written here or brought in by a merge key.
        public @Nullable YamlNode value(String key) {
            Entry entry = entry(key);
            return entry == null ? null : entry.value();
        }

        /// The entry of `key`, written here or brought in by a merge key.
        public @Nullable Entry entry(String key) {
            for (Entry entry : entries) {
                if (entry.key().value().equals(key) && !entry.isMerge()) {
                    return entry;
                }
            }
            for (Entry entry : merged) {
                if (entry.key().value().equals(key)) {
                    return entry;
                }
            }
            return null;
        }
    }

    /// A key with its value.
    record Entry(Scalar key, YamlNode value) {

        /// Whether this is `<<`, which brings in the entries of other mappings.
        public boolean isMerge() {
            return key.value().equals("<<") && key.style() == Scalar.Style.PLAIN && key.tag() == null;
        }

        public Span span() {
            return key.span().to(value.span());
        }
    }

    /// A `*name` that stands for an anchored node.
    record Alias(String name, YamlNode target, Span span) implements YamlNode {

        /// Whether no anchor could be found for it: it then stands for nothing, written where it is.
        public boolean isLost() {
            return target.span().equals(span);
        }

        @Override
        public Properties properties() {
            return Properties.NONE;
        }
    }
}
