package dev.drydock.model.compose.schema;

import dev.drydock.model.compose.schema.Violation.Kind;
import dev.drydock.model.compose.tree.Node;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Edit;
import dev.drydock.source.Place;
import dev.drydock.source.Text;
import dev.drydock.syntax.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks a document of a Compose file against the vocabulary, as Compose does and in some spots more strictly. The
/// time is linear in the size of the document.
public final class SchemaCheck {

    /// Above this number of unknown keys in one mapping nobody meant the known ones.
    private static final int HINTED_KEYS = 100;

    private final Vocabulary vocabulary = Vocabulary.compose();
    private final Wording wording = new Wording(vocabulary);
    private final List<Violation> violations = new ArrayList<>();
    /// An anchored mapping is judged wherever it is used, and reported once.
    private final Set<String> said = new HashSet<>();

    private SchemaCheck() {}

    /// What is wrong in a document, in the order of reading.
    ///
    /// @param complete whether nothing is laid under the document: otherwise keys that it lacks may come from there
    public static List<Violation> check(Node root, boolean complete) {
        if (root.isNull()) {
            return List.of();
        }
        var schema = new SchemaCheck();
        Shape file = schema.vocabulary.shape("file");
        if (root instanceof Node.Mapping mapping) {
            schema.shape(mapping, file, Subject.of("", root.place()), complete);
        } else {
            schema.add(Kind.WRONG_TYPE, root.place(), "a Compose file is a mapping with keys such as \"services\"");
        }
        return List.copyOf(schema.violations);
    }

    /// Whether a document is something else that has a Compose file's name: a list of Ansible's tasks, or a mapping
    /// in which nothing is a key of Compose, or was meant to be one.
    public static boolean isForeign(Node root) {
        if (!(root instanceof Node.Mapping mapping)) {
            return !root.isNull();
        }
        var schema = new SchemaCheck();
        Shape file = schema.vocabulary.shape("file");
        boolean foreign = false;
        for (Node.Member member : mapping.members()) {
            String key = member.key();
            boolean common = key.equals("name") || key.equals("version") || key.startsWith("x-");
            if (!common && (file.key(key) != null || schema.wording.isMeant(member, file))) {
                return false;
            }
            foreign |= !common;
        }
        return foreign;
    }

    private void add(Kind kind, Place place, String message) {
        add(new Violation(kind, place, message, null, null));
    }

    private void add(Violation violation) {
        var span = violation.place().span();
        if (said.add(span.start() + " " + span.end() + " " + violation.message())) {
            violations.add(violation);
        }
    }

    private void check(Node node, Type type, Subject subject, boolean complete) {
        if (type.allows(Type.ANY)) {
            return;
        }
        switch (node) {
            case Node.Scalar scalar -> scalar(scalar, type, subject);
            case Node.Sequence sequence -> {
                if (type.items() == null) {
                    add(Kind.WRONG_TYPE, node.place(), wording.wrongType(node, type, subject));
                } else {
                    items(sequence, type.items(), type.unique(), subject);
                }
            }
            case Node.Mapping mapping -> {
                if (type.shape() != null) {
                    shape(mapping, vocabulary.shape(type.shape()), subject, complete);
                } else if (type.values() != null) {
                    named(mapping, type.names(), type.values(), subject, complete);
                } else {
                    add(Kind.WRONG_TYPE, node.place(), wording.wrongType(node, type, subject));
                }
            }
        }
    }

    /// Items are appended to those of another file, so each must be complete.
    private void items(Node.Sequence sequence, Type type, boolean unique, Subject subject) {
        Map<String, Place> seen = new HashMap<>();
        for (Node item : sequence.items()) {
            check(item, type, Subject.item(subject.name(), item.place()), true);
            if (unique
                    && item instanceof Node.Scalar scalar
                    && scalar.value().text() instanceof Text.Known(String text)) {
                Place first = seen.putIfAbsent(identity(scalar.kind(), text), item.place());
                if (first != null) {
                    String message = wording.duplicate(text, subject);
                    add(new Violation(Kind.DUPLICATE_ITEM, item.place(), message, first, null));
                }
            }
        }
    }

    /// The same for `8` and `8.0`, and not for `"8"`.
    private static String identity(YamlNode.Scalar.Kind kind, String text) {
        return switch (kind) {
            case INTEGER, FLOAT -> "number " + Numbers.value(text);
            case BOOLEAN, NULL, STRING -> kind + " " + text;
        };
    }

    private void named(Node.Mapping mapping, Type.Names names, Type values, Subject subject, boolean complete) {
        for (Node.Member member : mapping.members()) {
            if (names.fits(member.key())) {
                check(member.value(), values, Subject.of(member.key(), member.keyPlace()), complete);
            } else if (!names.lenient()) {
                add(Kind.BAD_NAME, member.keyPlace(), wording.badName(member.key(), names, subject));
            }
        }
    }

    private void shape(Node.Mapping mapping, Shape shape, Subject subject, boolean complete) {
        boolean whole =
                complete && !(shape.name().equals("service") && mapping.byKey().containsKey("extends"));
        int unknown = 0;
        for (Node.Member member : mapping.members()) {
            Shape.Key key = shape.key(member.key());
            if (key != null) {
                if (key.mark() == Shape.Mark.DEPRECATED) {
                    add(Kind.DEPRECATED, member.keyPlace(), wording.deprecated(key, shape));
                }
                check(member.value(), key.type(), Subject.of(member.key(), member.keyPlace()), whole);
            } else if (!shape.free(member.key())) {
                boolean hinted = ++unknown <= HINTED_KEYS;
                add(Kind.UNKNOWN_KEY, member.keyPlace(), wording.unknownKey(member, shape, hinted));
            }
        }
        for (Shape.Key key : shape.asked()) {
            if (whole && !mapping.byKey().containsKey(key.name())) {
                Kind kind = key.mark() == Shape.Mark.REQUIRED ? Kind.MISSING_KEY : Kind.MISSING_NEEDED;
                add(kind, subject.place(), wording.missing(key, shape, subject));
            }
        }
    }

    private void scalar(Node.Scalar scalar, Type type, Subject subject) {
        Value value = scalar.value();
        YamlNode.Scalar.Kind kind = scalar.kind();
        String text = value.text() instanceof Text.Known(String known) ? known : null;
        if (kind == YamlNode.Scalar.Kind.STRING && type.cast() != 0) {
            if (text == null) {
                return;
            }
            kind = Numbers.cast(text, type.cast());
            if (kind == null) {
                add(Kind.NOT_CASTABLE, scalar.place(), wording.notCastable(text, type, subject));
                return;
            }
        }
        if (!allowed(kind, text, type)) {
            wrongType(scalar, type, subject);
        } else if (text != null) {
            judge(scalar, kind, text, type, subject);
        }
    }

    private static boolean allowed(YamlNode.Scalar.Kind kind, @Nullable String text, Type type) {
        return switch (kind) {
            case STRING -> type.allows(Type.STRING);
            case BOOLEAN -> type.allows(Type.BOOLEAN);
            case NULL -> type.allows(Type.NULL);
            case INTEGER -> type.allows(Type.INTEGER | Type.NUMBER);
            case FLOAT ->
                type.allows(Type.NUMBER) || (type.allows(Type.INTEGER) && text != null && Numbers.isWhole(text));
        };
    }

    private void wrongType(Node.Scalar scalar, Type type, Subject subject) {
        Place place = scalar.isNull() ? subject.place() : scalar.place();
        String message = wording.wrongType(scalar, type, subject);
        add(new Violation(Kind.WRONG_TYPE, place, message, null, quoting(scalar, type)));
    }

    /// The value between quotes, where it is then a string that Compose takes.
    private @Nullable Edit quoting(Node.Scalar scalar, Type type) {
        String text = scalar.value().or("");
        boolean number = scalar.kind() != YamlNode.Scalar.Kind.NULL && scalar.kind() != YamlNode.Scalar.Kind.STRING;
        boolean plain = scalar.place().text().equals(text);
        boolean taken = type.allows(Type.STRING)
                && (type.words().isEmpty() || type.words().contains(text))
                && Formats.fault(type.stringCheck(), text, vocabulary) == null;
        return number && plain && taken ? new Edit(scalar.place().span(), "\"" + text + "\"") : null;
    }

    private void judge(Node.Scalar scalar, YamlNode.Scalar.Kind kind, String text, Type type, Subject subject) {
        boolean string = kind == YamlNode.Scalar.Kind.STRING;
        if (string && !type.words().isEmpty() && !type.words().contains(text)) {
            add(Kind.NOT_ONE_OF, scalar.place(), wording.notOneOf(text, type.words(), subject));
            return;
        }
        boolean number = kind == YamlNode.Scalar.Kind.INTEGER || kind == YamlNode.Scalar.Kind.FLOAT;
        Type.Range range = type.range();
        if (number && range != null && !Numbers.isIn(text, range.least(), range.most())) {
            add(Kind.OUT_OF_RANGE, scalar.place(), wording.outOfRange(text, range, subject));
            return;
        }
        String check = string ? type.stringCheck() : number ? type.numberCheck() : "";
        Formats.Fault fault = Formats.fault(check, text, vocabulary);
        if (fault != null) {
            add(fault.kind(), place(scalar.value(), text, fault), wording.fault(text, fault, check, subject));
        }
    }

    /// The words that a fault is about; the whole value where its writing is not its text.
    private static Place place(Value value, String text, Formats.Fault fault) {
        boolean literal = fault.from() < fault.to() && value.written().equals(text);
        return literal
                ? new Place(
                        value.source(),
                        value.template()
                                .mapped()
                                .span(
                                        value.template().start() + fault.from(),
                                        value.template().start() + fault.to()))
                : value.place();
    }
}
