package dev.drydock.model.compose.schema;

import dev.drydock.syntax.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A plain scalar that does not everywhere mean what it looks like.
///
/// @param key the key whose value it is
/// @param scalar as it is written
/// @param meaning what it is taken for: of a word the boolean, of what is rewritten the text that the container
///     gets, of a mode the octal one
public record ScalarTrap(Sort sort, String key, YamlNode.Scalar scalar, String meaning) {

    /// The traps.
    public enum Sort {
        /// `yes` and its like where a boolean is wanted: Compose warns of it.
        BOOLEAN_WORD,
        /// `yes` and its like where a string is wanted: a boolean for readers of YAML 1.1.
        STRING_WORD,
        /// A number or a boolean that reaches the container in another writing.
        REWRITTEN,
        /// A file mode without the zero that makes it octal.
        DECIMAL_MODE
    }

    /// The traps of a document of a Compose file.
    public static List<ScalarTrap> in(YamlNode root) {
        var search = new Search();
        search.node(root, "", null, Vocabulary.compose().shape("file"));
        return List.copyOf(search.traps);
    }

    private static final class Search {

        private final List<ScalarTrap> traps = new ArrayList<>();
        /// Where nodes start that were looked at: an anchored one is looked at once.
        private final Set<Integer> seen = new HashSet<>();

        private void node(YamlNode node, String key, @Nullable Type type, @Nullable Shape shape) {
            YamlNode target = node.target();
            if (!target.span().isEmpty() && !seen.add(target.span().start())) {
                return;
            }
            switch (target) {
                case YamlNode.Scalar scalar -> {
                    if (type != null && scalar.style() == YamlNode.Scalar.Style.PLAIN && scalar.tag() == null) {
                        scalar(scalar, key, type);
                    }
                }
                case YamlNode.Sequence sequence -> {
                    if (type != null && type.items() != null) {
                        for (YamlNode item : sequence.items()) {
                            typed(item, key, type.items());
                        }
                    }
                }
                case YamlNode.Mapping mapping -> {
                    entries(mapping.entries(), type, shape);
                    entries(mapping.merged(), type, shape);
                }
                case YamlNode.Alias _ -> {
                    // A target is none.
                }
            }
        }

        private void typed(YamlNode node, String key, Type type) {
            node(
                    node,
                    key,
                    type,
                    type.shape() == null ? null : Vocabulary.compose().shape(type.shape()));
        }

        private void entries(List<YamlNode.Entry> entries, @Nullable Type type, @Nullable Shape shape) {
            for (YamlNode.Entry entry : entries) {
                String key = entry.key().value();
                Shape.Key known = shape == null ? null : shape.key(key);
                Type value = known != null ? known.type() : shape == null && type != null ? type.values() : null;
                if (value != null && !entry.isMerge()) {
                    typed(entry.value(), key, value);
                }
            }
        }

        private void scalar(YamlNode.Scalar scalar, String key, Type type) {
            String text = scalar.value();
            boolean free = type.allows(Type.STRING) && type.allows(Type.BOOLEAN) && type.allows(Type.NUMBER);
            String word = switch (text) {
                case "yes", "Yes", "YES", "on", "On", "ON" -> "true";
                case "no", "No", "NO", "off", "Off", "OFF" -> "false";
                default -> "";
            };
            if (!word.isEmpty()) {
                if (free || type.stringCheck().equals("restart")) {
                    traps.add(new ScalarTrap(Sort.STRING_WORD, key, scalar, word));
                } else if (type.allows(Type.BOOLEAN)) {
                    traps.add(new ScalarTrap(Sort.BOOLEAN_WORD, key, scalar, word));
                }
            } else if (free) {
                String written = written(scalar);
                if (!written.equals(text)) {
                    traps.add(new ScalarTrap(Sort.REWRITTEN, key, scalar, written));
                }
            } else if (type.stringCheck().equals("octal") && isModeInDecimal(text)) {
                String octal = "0" + Integer.toOctalString(Integer.parseInt(text));
                traps.add(new ScalarTrap(Sort.DECIMAL_MODE, key, scalar, octal));
            }
        }

        /// Three digits that only a mode has; 256, which is 0400, is no such number.
        private static boolean isModeInDecimal(String text) {
            boolean mode = text.length() == 3 && text.charAt(0) != '0';
            for (int i = 0; i < text.length() && mode; i++) {
                mode = "04567".indexOf(text.charAt(i)) >= 0;
            }
            return mode;
        }

        /// The text that Go writes for a value; the text itself where that is hard to tell.
        private static String written(YamlNode.Scalar scalar) {
            String text = scalar.value();
            return switch (scalar.kind()) {
                case BOOLEAN -> text.equalsIgnoreCase("true") ? "true" : "false";
                case INTEGER -> number(text, 1e15);
                case FLOAT -> number(text, 1e7);
                case NULL, STRING -> text;
            };
        }

        private static String number(String text, double most) {
            double value = Numbers.value(text);
            if (Double.isNaN(value) || Math.abs(value) >= most || (value != 0 && Math.abs(value) < 1e-3)) {
                return text;
            }
            return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
        }
    }
}
