package dev.drydock.model.compose.schema;

import dev.drydock.model.data.DataTable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the notation of types that the head of the table explains. A table that breaks it is a fault of ours.
final class TypeReader {

    private final String text;
    private final Map<String, Type> named;
    private int at;

    private int kinds;
    private int cast;
    private List<String> words = List.of();
    private Type.@Nullable Range range;
    private String stringCheck = "";
    private String numberCheck = "";
    private @Nullable Type items;
    private boolean unique;
    private @Nullable String shape;
    private Type.Names names = Type.Names.ANY;
    private @Nullable Type values;

    private TypeReader(String text, int at, Map<String, Type> named) {
        this.text = text;
        this.at = at;
        this.named = named;
    }

    /// @param named the types that have a name
    static Type read(String text, Map<String, Type> named) {
        var reader = new TypeReader(text, 0, named);
        Type type = reader.union();
        if (reader.at < text.length()) {
            throw reader.broken();
        }
        return type;
    }

    private IllegalStateException broken() {
        return new IllegalStateException("type " + text + " is broken at " + at);
    }

    private Type union() {
        do {
            switch (peek()) {
                case '&' -> {
                    at++;
                    return named(word());
                }
                case '[' -> list();
                case '{' -> mapping();
                case '>' -> {
                    at++;
                    cast |= kind(word());
                }
                default -> scalar();
            }
        } while (skip('|'));
        return new Type(kinds, cast, words, range, stringCheck, numberCheck, items, unique, shape, names, values);
    }

    private Type named(String name) {
        Type type = named.get(skip('!') ? name + "!" : name);
        if (type == null) {
            throw broken();
        }
        return type;
    }

    private void list() {
        at++;
        items = nested();
        expect(']');
        unique = skip('!');
    }

    private void mapping() {
        at++;
        String key = skip('*') ? "*" : word();
        boolean lenient = skip('?');
        if (skip(':')) {
            names = new Type.Names(letters(key), lenient);
            values = nested();
        } else {
            shape = key;
        }
        expect('}');
    }

    private Type.Letters letters(String key) {
        return switch (key) {
            case "*" -> Type.Letters.ANY;
            case "name" -> Type.Letters.NAME;
            case "lower" -> Type.Letters.LOWER;
            default -> throw broken();
        };
    }

    private Type nested() {
        var reader = new TypeReader(text, at, named);
        Type type = reader.union();
        at = reader.at;
        return type;
    }

    private void scalar() {
        int kind = kind(word());
        kinds |= kind;
        if (skip('(')) {
            int close = text.indexOf(')', at);
            String inside = text.substring(at, close);
            at = close + 1;
            int dots = inside.indexOf("..");
            if (dots < 0) {
                words = DataTable.split(inside, ',');
            } else {
                String most = inside.substring(dots + 2);
                range = new Type.Range(
                        Long.parseLong(inside.substring(0, dots)),
                        most.isEmpty() ? Long.MAX_VALUE : Long.parseLong(most));
            }
        }
        if (skip('~') || skip('/')) {
            if (kind == Type.STRING) {
                stringCheck = word();
            } else {
                numberCheck = word();
            }
        }
    }

    private int kind(String name) {
        return switch (name) {
            case "string" -> Type.STRING;
            case "integer" -> Type.INTEGER;
            case "number" -> Type.NUMBER;
            case "boolean" -> Type.BOOLEAN;
            case "null" -> Type.NULL;
            case "any" -> Type.ANY;
            default -> throw broken();
        };
    }

    private String word() {
        int start = at;
        while (at < text.length() && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '-')) {
            at++;
        }
        return text.substring(start, at);
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private boolean skip(char c) {
        boolean there = peek() == c;
        if (there) {
            at++;
        }
        return there;
    }

    private void expect(char c) {
        if (!skip(c)) {
            throw broken();
        }
    }
}
