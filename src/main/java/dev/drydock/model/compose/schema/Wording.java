package dev.drydock.model.compose.schema;

import dev.drydock.model.compose.tree.Node;
import dev.drydock.source.Nearest;
import dev.drydock.source.Text;
import dev.drydock.syntax.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says what is wrong and what to write.
final class Wording {

    /// The most words that a message lists.
    private static final int LISTED = 8;

    private final Vocabulary vocabulary;

    Wording(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// `a, b or c`.
    static String list(List<String> words, String conjunction) {
        var text = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            if (i > 0) {
                text.append(i == words.size() - 1 ? " " + conjunction + " " : ", ");
            }
            text.append(words.get(i));
        }
        return text.toString();
    }

    private static String quoted(String word) {
        return "\"" + word + "\"";
    }

    private static String either(List<String> words) {
        var quoted = new ArrayList<String>();
        for (String word : words) {
            quoted.add(quoted(word));
        }
        return list(quoted, "or");
    }

    private static String instead(String word, Iterable<String> known, String otherwise) {
        String near = Nearest.to(word, known);
        return near == null ? otherwise : "; did you mean " + quoted(near) + "?";
    }

    String unknownKey(Node.Member member, Shape shape, boolean hinted) {
        String start = quoted(member.key()) + " is no key of " + shape.title();
        return hinted ? start + remedy(member, shape) : start;
    }

    private String remedy(Node.Member member, Shape shape) {
        String key = member.key();
        String meant = shape.former().get(key);
        if (meant != null) {
            return "; " + meant;
        }
        if (shape.name().equals("file") && looksLikeService(member.value())) {
            return "; services stand under \"services\"";
        }
        String near = Nearest.to(key, shape.keys().keySet());
        if (near != null) {
            return "; did you mean " + quoted(near) + "?";
        }
        String section = section(key, shape);
        if (section != null) {
            return "; move it under " + quoted(section);
        }
        if (shape.keys().size() <= LISTED) {
            return "; it has " + list(List.copyOf(shape.keys().keySet()), "and");
        }
        return shape.rest() == Shape.Rest.EXTENSIONS ? "; remove it, or begin it with \"x-\"" : "; remove it";
    }

    /// Whether one can tell what an unknown key of the top level was to be.
    boolean isMeant(Node.Member member, Shape file) {
        return file.former().containsKey(member.key())
                || looksLikeService(member.value())
                || Nearest.to(member.key(), file.keys().keySet()) != null;
    }

    private static boolean looksLikeService(Node value) {
        return value instanceof Node.Mapping mapping
                && (mapping.value("image") != null || mapping.value("build") != null);
    }

    /// The key of this shape under which `key` would be one.
    private @Nullable String section(String key, Shape shape) {
        for (Shape.Key known : shape.keys().values()) {
            String inner = known.type().shape();
            if (inner != null && vocabulary.shape(inner).key(key) != null) {
                return known.name();
            }
        }
        return null;
    }

    String badName(String name, Type.Names names, Subject subject) {
        String made = switch (names.letters()) {
            case ANY -> "it must not be empty";
            case NAME -> "use letters, digits, \".\", \"_\" and \"-\"";
            case LOWER -> "use lower-case letters";
        };
        return quoted(name) + " is no name for an entry of " + quoted(subject.name()) + "; " + made;
    }

    String deprecated(Shape.Key key, Shape shape) {
        return quoted(key.name()) + " in " + shape.title() + " is deprecated; " + key.documentation();
    }

    String missing(Shape.Key key, Shape shape, Subject subject) {
        boolean named = !subject.item() && !shape.title().contains(quoted(subject.name()));
        String what = named ? shape.title() + " (" + quoted(subject.name()) + ")" : shape.title();
        List<String> words = key.type().words();
        String add = words.isEmpty() ? "add it" : "add " + either(words);
        return what + " lacks " + quoted(key.name()) + "; " + add;
    }

    /// Without the value of a `KEY=value`: it may be a secret.
    String duplicate(String text, Subject subject) {
        int equals = text.indexOf('=');
        String shown = equals < 0 ? text : text.substring(0, equals + 1) + "…";
        return quoted(shown) + " is twice in " + quoted(subject.name()) + "; remove one";
    }

    String notCastable(String text, Type type, Subject subject) {
        String takes = switch (type.cast()) {
            case Type.BOOLEAN -> "true or false";
            case Type.INTEGER -> "an integer";
            default -> "a number";
        };
        return subject.inWords() + " takes " + takes + ", not " + quoted(text);
    }

    String notOneOf(String text, List<String> words, Subject subject) {
        return subject.inWords() + " takes " + either(words) + ", not " + quoted(text) + instead(text, words, "");
    }

    String outOfRange(String text, Type.Range range, Subject subject) {
        String limits = range.most() == Long.MAX_VALUE
                ? "at least " + range.least()
                : "an integer from " + range.least() + " to " + range.most();
        return subject.inWords() + " takes " + limits + ", not " + text;
    }

    String wrongType(Node node, Type type, Subject subject) {
        String takes = subject.inWords() + " takes " + type.inWords();
        return switch (node) {
            case Node.Sequence _ -> takes + ", not a list";
            case Node.Mapping mapping -> takes + ", not a mapping" + pair(mapping, type, subject);
            case Node.Scalar scalar ->
                node.isNull()
                        ? subject.inWords() + " is empty; it takes " + type.inWords()
                        : takes + scalar(scalar, type, subject);
        };
    }

    private static String scalar(Node.Scalar scalar, Type type, Subject subject) {
        if (!(scalar.value().text() instanceof Text.Known(String text))) {
            return "; a variable always gives a string";
        }
        String kind = switch (scalar.kind()) {
            case BOOLEAN -> "a boolean";
            case INTEGER, FLOAT -> "a number";
            case NULL, STRING -> "a string";
        };
        if (scalar.kind() == YamlNode.Scalar.Kind.STRING) {
            boolean list = type.items() != null && type.items().allows(Type.STRING) && !subject.item();
            return ", not " + kind + (list ? "; put \"- \" before it, in a line of its own" : "");
        }
        if (!type.allows(Type.STRING)) {
            return ", not " + kind;
        }
        return type.stringCheck().equals("duration") || type.stringCheck().equals("size")
                ? " with its unit, such as " + quoted(text + (type.stringCheck().equals("size") ? "m" : "s"))
                : ", not " + kind + "; quote it: " + quoted(text);
    }

    /// `- KEY: value`, where `- KEY=value` was meant.
    private static String pair(Node.Mapping mapping, Type type, Subject subject) {
        boolean single =
                subject.item() && type.allows(Type.STRING) && mapping.byKey().size() == 1;
        if (!single) {
            return "";
        }
        Node.Member member = mapping.members().iterator().next();
        // Without the value: it may be a secret.
        return member.value() instanceof Node.Scalar
                ? "; write " + quoted(member.key() + "=…") + ", or leave out the \"- \" before each"
                : "";
    }

    String fault(String text, Formats.Fault fault, String check, Subject subject) {
        if (fault.kind() != Violation.Kind.UNKNOWN_WORD) {
            return fault.message();
        }
        String word = fault.from() < fault.to() ? text.substring(fault.from(), fault.to()) : text;
        List<String> words = vocabulary.words(check);
        String takes = words.isEmpty() || words.size() > LISTED ? fault.message() : takes(words);
        return subject.inWords() + " takes " + takes + ", not " + quoted(word) + instead(word, fault.near(), "");
    }

    private static String takes(List<String> words) {
        var shown = new ArrayList<String>();
        for (String word : words) {
            shown.add(quoted(word.endsWith("*") ? word.substring(0, word.length() - 1) + "…" : word));
        }
        return list(shown, "or");
    }
}
