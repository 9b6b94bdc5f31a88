package dev.drydock.model.compose.schema;

import dev.drydock.model.data.DataTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The keys, types and words of Compose files. It is read from its table when first asked for.
public final class Vocabulary {

    private final Map<String, Shape> shapes = new HashMap<>();
    private final Map<String, List<String>> words = new HashMap<>();

    private static final class Loaded {
        static final Vocabulary INSTANCE = new Vocabulary(DataTable.rows("compose-vocabulary.tsv"));
    }

    static Vocabulary compose() {
        return Loaded.INSTANCE;
    }

    private Vocabulary(List<String[]> rows) {
        var named = new HashMap<String, Type>();
        for (String[] row : rows) {
            if (row[0].charAt(0) == '&') {
                named.put(row[0].substring(1), TypeReader.read(row[1], named));
            }
        }
        var keys = new ArrayList<String[]>();
        String[] head = null;
        for (String[] row : rows) {
            switch (row[0].charAt(0)) {
                case '@' -> {
                    add(head, keys, named);
                    head = row;
                    keys.clear();
                }
                case '~' -> words.put(row[0].substring(1), List.copyOf(DataTable.split(row[1], ',')));
                case '&' -> {
                    // Read before.
                }
                default -> keys.add(row);
            }
        }
        add(head, keys, named);
    }

    private void add(String @Nullable [] head, List<String[]> rows, Map<String, Type> named) {
        if (head == null) {
            return;
        }
        var keys = new LinkedHashMap<String, Shape.Key>();
        var former = new HashMap<String, String>();
        var asked = new ArrayList<Shape.Key>();
        for (String[] row : rows) {
            if (row[1].equals("former")) {
                former.put(row[0], row[3]);
                continue;
            }
            var key = new Shape.Key(row[0], TypeReader.read(row[1], named), mark(row[2]), row[3]);
            keys.put(key.name(), key);
            if (key.mark() == Shape.Mark.REQUIRED || key.mark() == Shape.Mark.NEEDED) {
                asked.add(key);
            }
        }
        String name = head[0].substring(1);
        shapes.put(name, new Shape(name, rest(head[1]), head[2], keys, former, asked));
    }

    private static Shape.Rest rest(String text) {
        return switch (text) {
            case "closed" -> Shape.Rest.CLOSED;
            case "x-" -> Shape.Rest.EXTENSIONS;
            case "open" -> Shape.Rest.OPEN;
            case String _ -> throw new IllegalStateException("no such rest: " + text);
        };
    }

    private static Shape.Mark mark(String text) {
        return switch (text) {
            case "" -> Shape.Mark.NONE;
            case "required" -> Shape.Mark.REQUIRED;
            case "needed" -> Shape.Mark.NEEDED;
            case "deprecated" -> Shape.Mark.DEPRECATED;
            case "obsolete" -> Shape.Mark.OBSOLETE;
            case String _ -> throw new IllegalStateException("no such mark: " + text);
        };
    }

    Shape shape(String name) {
        Shape shape = shapes.get(name);
        if (shape == null) {
            throw new IllegalStateException("no shape " + name + " in the vocabulary");
        }
        return shape;
    }

    /// The words of a list; none where there is no such list.
    List<String> words(String name) {
        return words.getOrDefault(name, List.of());
    }

    /// What a key is for, in one line: `documentation("service", "image")`; null where there is no such key.
    public static @Nullable String documentation(String shape, String key) {
        Shape found = compose().shapes.get(shape);
        Shape.Key known = found == null ? null : found.key(key);
        return known == null ? null : known.documentation();
    }
}
