package dev.drydock.model.compose.schema;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Makes Compose documents by chance: what the vocabulary allows, and often one or two things that it does not.
final class Documents {

    private final Vocabulary vocabulary = Vocabulary.compose();
    private final Random random;
    /// Keys of all depths, to be put where they may not be.
    private final List<String> keys;

    Documents(long seed, List<String> keys) {
        this.random = new Random(seed);
        this.keys = List.copyOf(keys);
    }

    /// A document as flow YAML.
    String next() {
        Map<String, @Nullable Object> root = mapping(vocabulary.shape("file"), 0);
        for (int mutations = random.nextInt(4); mutations > 1; mutations--) {
            mutate(root);
        }
        var text = new StringBuilder();
        write(root, text);
        return text.toString();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /// Whether what is made next shall be wrong.
    private boolean spoiled() {
        return chance(3);
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private Map<String, @Nullable Object> mapping(Shape shape, int depth) {
        var mapping = new LinkedHashMap<String, @Nullable Object>();
        var all = List.copyOf(shape.keys().values());
        for (Shape.Key key : shape.asked()) {
            if (!spoiled()) {
                mapping.put(key.name(), value(key.type(), depth));
            }
        }
        for (int i = random.nextInt(shape.name().equals("service") ? 14 : 4); i > 0; i--) {
            Shape.Key key = one(all);
            // Under `extends`, keys may be missing: what the schema says of that file alone is not the point.
            if (!key.name().equals("extends")) {
                mapping.put(key.name(), value(key.type(), depth));
            }
        }
        if (depth == 0 && chance(90)) {
            mapping.put("services", value(shape.keys().get("services").type(), 0));
        }
        if (chance(5)) {
            mapping.put("x-more", List.of("a"));
        }
        return mapping;
    }

    private @Nullable Object value(Type type, int depth) {
        var choices = new ArrayList<Integer>();
        for (int kind : List.of(Type.STRING, Type.INTEGER, Type.NUMBER, Type.BOOLEAN, Type.NULL, Type.ANY)) {
            if (((type.kinds() | type.cast()) & kind) != 0) {
                choices.add(kind);
            }
        }
        if (type.items() != null) {
            choices.add(-1);
        }
        if (type.allowsMapping()) {
            choices.add(-2);
        }
        return switch (one(choices)) {
            case -1 -> list(type.items(), type.unique(), depth);
            case -2 -> type.shape() == null ? named(type, depth) : mapping(vocabulary.shape(type.shape()), depth + 1);
            case Type.STRING -> string(type);
            case Type.INTEGER -> integer(type);
            case Type.NUMBER -> chance(50) ? (Object) (random.nextInt(40) / 4.0) : (Object) (long) random.nextInt(100);
            case Type.BOOLEAN -> bool(type);
            case Type.NULL -> null;
            default -> one(List.of("a", "b"));
        };
    }

    private Object bool(Type type) {
        if (type.cast() == Type.BOOLEAN && chance(40)) {
            return spoiled() ? "maybe" : one(List.of("yes", "Off", "true"));
        }
        return chance(50);
    }

    private Object integer(Type type) {
        Type.Range range = type.range();
        if (spoiled()) {
            return type.cast() != 0 && chance(50) ? "12x" : Long.valueOf(-5000);
        }
        long value = range == null ? random.nextInt(3000) - 10 : Math.max(range.least(), 0) + random.nextInt(100);
        return type.cast() != 0 && chance(30) ? (Object) String.valueOf(value) : (Object) value;
    }

    private String string(Type type) {
        if (!type.words().isEmpty()) {
            return spoiled() ? one(type.words()) + "s" : one(type.words());
        }
        return switch (type.stringCheck()) {
            case "container-name" -> one(List.of("web-1", "web", "!web", "a"));
            case "pull-policy" -> one(List.of("always", "every_3h", "daily"));
            default ->
                one(List.of(
                        "a", "b", "8080:80", "./a:/b", "KEY=value", "10s", "512m", "yes", "12", "one:two:three:four"));
        };
    }

    private List<@Nullable Object> list(Type items, boolean unique, int depth) {
        var list = new ArrayList<@Nullable Object>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Object value = value(items, depth + 1);
            if (!unique || !list.contains(value) || chance(5)) {
                list.add(value);
            }
        }
        return list;
    }

    private Map<String, @Nullable Object> named(Type type, int depth) {
        var mapping = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            String name = chance(97) ? one(List.of("web", "db", "cache")) : one(List.of("a b", "Ä", "x-y", "W.1", "é"));
            mapping.put(name, value(type.values(), depth + 1));
        }
        return mapping;
    }

    /// Changes something at any depth.
    @SuppressWarnings("unchecked")
    private void mutate(Object at) {
        List<Object> inner = new ArrayList<>();
        if (at instanceof Map<?, ?> mapping) {
            mapping.values().forEach(value -> addContainer(value, inner));
        } else if (at instanceof List<?> list) {
            list.forEach(value -> addContainer(value, inner));
        }
        if (!inner.isEmpty() && chance(80)) {
            mutate(one(inner));
        } else if (at instanceof Map<?, ?> mapping) {
            mutate((Map<String, @Nullable Object>) mapping);
        } else if (at instanceof ArrayList<?> list) {
            var items = (List<@Nullable Object>) list;
            if (!items.isEmpty() && chance(30)) {
                items.add(one(items));
            } else {
                items.add(odd());
            }
        }
    }

    private static void addContainer(@Nullable Object value, List<Object> into) {
        if (value instanceof LinkedHashMap<?, ?> || value instanceof ArrayList<?>) {
            into.add(value);
        }
    }

    private void mutate(Map<String, @Nullable Object> mapping) {
        int which = mapping.isEmpty() ? 0 : random.nextInt(4);
        Iterator<String> names = mapping.keySet().iterator();
        String name = "";
        for (int i = mapping.isEmpty() ? 0 : random.nextInt(mapping.size()); i >= 0 && names.hasNext(); i--) {
            name = names.next();
        }
        switch (which) {
            case 0 -> mapping.put(one(keys), odd());
            case 1 -> mapping.remove(name);
            case 2 -> mapping.put(name, odd());
            default -> {
                Object value = mapping.remove(name);
                int cut = random.nextInt(name.length() + 1);
                mapping.put(name.substring(0, cut) + one(List.of("q", "-", " ")) + name.substring(cut), value);
            }
        }
    }

    /// A value that fits in few places.
    private @Nullable Object odd() {
        return switch (random.nextInt(11)) {
            case 0 -> "text";
            case 1 -> (long) random.nextInt(2000) - 500;
            case 2 -> random.nextInt(100) / 8.0;
            case 3 -> chance(50);
            case 4 -> null;
            case 5 -> new ArrayList<@Nullable Object>(List.of("a", "b"));
            case 6 -> new ArrayList<@Nullable Object>(List.of("a", 1L, "a"));
            case 7 -> new LinkedHashMap<String, @Nullable Object>(Map.of("key", "value"));
            case 8 -> new LinkedHashMap<String, @Nullable Object>();
            case 9 -> "";
            default -> new ArrayList<@Nullable Object>(List.of(Map.of("name", "a")));
        };
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        switch (value) {
            case Map<?, ?> mapping -> {
                String separator = "{";
                for (Map.Entry<?, ?> entry : mapping.entrySet()) {
                    out.append(separator).append('"').append(entry.getKey()).append("\": ");
                    write(entry.getValue(), out);
                    separator = ", ";
                }
                out.append(mapping.isEmpty() ? "{}" : "}");
            }
            case List<?> list -> {
                String separator = "[";
                for (Object item : list) {
                    out.append(separator);
                    write(item, out);
                    separator = ", ";
                }
                out.append(list.isEmpty() ? "[]" : "]");
            }
            case String text -> out.append('"').append(text).append('"');
            case null, default -> out.append(value);
        }
    }
}
