package dev.drydock.model.compose.tree;

import dev.drydock.model.data.DataTable;
import dev.drydock.source.Text;
import dev.drydock.syntax.yaml.YamlNode.Scalar.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes numbers and booleans of strings where Compose does: `"${REPLICAS:-2}"` is a number in the end.
public final class Casts {

    private static final class Table {
        static final Casts ROOT = read();
    }

    private final Map<String, Casts> byKey = new HashMap<>();
    private @Nullable Casts any;
    private Kind kind = Kind.STRING;

    private Casts() {}

    /// A whole project with its values cast.
    ///
    /// @param problems where to write what cannot be
    public static Node of(Node root, List<ComposeProblem> problems) {
        return Table.ROOT.cast(root, problems);
    }

    private Node cast(Node node, List<ComposeProblem> problems) {
        return switch (node) {
            case Node.Scalar scalar -> scalar(scalar, problems);
            case Node.Sequence list
            when any != null -> {
                var items = new ArrayList<Node>();
                for (Node item : list.items()) {
                    items.add(any.cast(item, problems));
                }
                yield new Node.Sequence(items, list.place(), list.replaced());
            }
            case Node.Sequence list -> list;
            case Node.Mapping mapping
            when any != null || !byKey.isEmpty() -> {
                Map<String, Node.Member> members = new LinkedHashMap<>();
                for (Node.Member member : mapping.members()) {
                    Casts below = byKey.getOrDefault(member.key(), any);
                    members.put(
                            member.key(), below == null ? member : member.with(below.cast(member.value(), problems)));
                }
                yield mapping.with(members);
            }
            case Node.Mapping mapping -> mapping;
        };
    }

    private Node scalar(Node.Scalar scalar, List<ComposeProblem> problems) {
        if (kind == Kind.STRING
                || scalar.kind() != Kind.STRING
                || !(scalar.value().text() instanceof Text.Known(String text))) {
            return scalar;
        }
        String cast = switch (kind) {
            case BOOLEAN -> bool(text);
            case INTEGER -> number(text, false);
            case FLOAT -> number(text, true);
            case NULL, STRING -> null;
        };
        if (cast == null) {
            problems.add(new ComposeProblem(
                    ComposeProblem.Kind.SCHEMA,
                    scalar.place(),
                    "\"" + text + "\" is not "
                            + (kind == Kind.BOOLEAN
                                    ? "\"true\" or \"false\"; write one of them"
                                    : (kind == Kind.INTEGER ? "a whole number" : "a number") + "; write one")));
            return scalar;
        }
        Value value = scalar.value();
        return new Node.Scalar(
                cast.equals(text) ? value : Value.implied(scalar.place(), value.directory(), cast),
                kind,
                scalar.place(),
                scalar.replaced());
    }

    /// What YAML 1.1 took for a boolean; Compose still does here.
    private static @Nullable String bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "y", "yes", "on" -> "true";
            case "false", "n", "no", "off" -> "false";
            default -> null;
        };
    }

    private static @Nullable String number(String text, boolean fraction) {
        int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int digits = 0;
        boolean point = false;
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean first = c == '.' && fraction && !point;
            point |= first;
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (!first) {
                return null;
            }
        }
        return digits == 0 ? null : text.startsWith("+") ? text.substring(1) : text;
    }

    private static Casts read() {
        var root = new Casts();
        for (String[] row : DataTable.rows("compose-casts.tsv")) {
            Casts at = root;
            for (String key : DataTable.split(row[0], '.')) {
                at = at.child(key);
            }
            at.kind = switch (row[1]) {
                case "boolean" -> Kind.BOOLEAN;
                case "integer" -> Kind.INTEGER;
                case "float" -> Kind.FLOAT;
                case String other -> throw new IllegalArgumentException(other);
            };
        }
        return root;
    }

    private Casts child(String key) {
        if (!key.equals("*")) {
            return byKey.computeIfAbsent(key, _ -> new Casts());
        }
        if (any == null) {
            any = new Casts();
        }
        return any;
    }
}
