package dev.drydock.model.compose.schema;

import dev.drydock.source.Place;

/// What a value is the value of.
///
/// @param name the key, or the key of the list
/// @param place where to say that something is missing
/// @param item whether it is an item of a list
record Subject(String name, Place place, boolean item) {

    static Subject of(String name, Place place) {
        return new Subject(name, place, false);
    }

    static Subject item(String name, Place place) {
        return new Subject(name, place, true);
    }

    String inWords() {
        return item ? "an item of \"" + name + "\"" : "\"" + name + "\"";
    }
}
