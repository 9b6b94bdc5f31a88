package dev.drydock.model.compose.schema;

import dev.drydock.model.data.DataTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The keys, types and words of Compose files. It is read from its table when first asked for.
public final class Vocabulary {

    /// The rows of each shape, its head first: most files need few shapes, so each is read when asked for.
    private final Map<String, List<String[]>> rows = new HashMap<>();

    private final Map<String, Shape> shapes = new ConcurrentHashMap<>();
    private final Map<String, Type> named = new HashMap<>();
    private final Map<String, List<String>> words = new HashMap<>();

    private static final class Loaded {
        static final Vocabulary INSTANCE = new Vocabulary(DataTable.rows("compose-vocabulary.tsv"));
    }

    static Vocabulary compose() {
        return Loaded.INSTANCE;
    }

    private Vocabulary(List<String[]> table) {
        List<String[]> shape = new ArrayList<>();
        for (String[] row : table) {
            String name = row[0].substring(1);
            switch (row[0].charAt(0)) {
                case '@' -> {
                    shape = new ArrayList<>();
                    shape.add(row);
                    rows.put(name, shape);
                }
                case '~' -> words.put(name, DataTable.split(row[1], ','));
                case '&' -> named.put(name, TypeReader.read(row[1], named));
                default -> shape.add(row);
            }
        }
    }

    private Shape read(String name, List<String[]> shape) {
        var keys = new LinkedHashMap<String, Shape.Key>();
        var former = new HashMap<String, String>();
        var asked = new ArrayList<Shape.Key>();
        for (String[] row : shape.subList(1, shape.size())) {
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
        String[] head = shape.getFirst();
        return new Shape(name, rest(head[1]), head[2], keys, former, asked);
    }

    private static Shape.Rest rest(String text) {
        return switch (text) {
            case "closed" -> Shape.Rest.CLOSED;
            case "x-" -> Shape.Rest.EXTENSIONS;
            case "open" -> Shape.Rest.OPEN;
            default -> throw new IllegalStateException("no such rest: " + text);
        };
    }

    private static Shape.Mark mark(String text) {
        return switch (text) {
            case "" -> Shape.Mark.NONE;
            case "required" -> Shape.Mark.REQUIRED;
            case "needed" -> Shape.Mark.NEEDED;
            case "deprecated" -> Shape.Mark.DEPRECATED;
            case "obsolete" -> Shape.Mark.OBSOLETE;
            default -> throw new IllegalStateException("no such mark: " + text);
        };
    }

    Shape shape(String name) {
        Shape shape = find(name);
        if (shape == null) {
            throw new IllegalStateException("no shape " + name + " in the vocabulary");
        }
        return shape;
    }

    private @Nullable Shape find(String name) {
        Shape known = shapes.get(name);
        List<String[]> written = rows.get(name);
        if (known != null || written == null) {
            return known;
        }
        Shape shape = read(name, written);
        shapes.put(name, shape);
        return shape;
    }

    /// The words of a list; none where there is no such list.
    List<String> words(String name) {
        return words.getOrDefault(name, List.of());
    }

    /// What a key is for, in one line: `documentation("service", "image")`; null where there is no such key.
    public static @Nullable String documentation(String shape, String key) {
        Shape found = compose().find(shape);
        Shape.Key known = found == null ? null : found.key(key);
        return known == null ? null : known.documentation();
    }
}
