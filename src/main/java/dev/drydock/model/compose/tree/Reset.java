package dev.drydock.model.compose.tree;

import dev.drydock.source.Place;
import java.util.List;

/// A `!reset` or an `!override`: what is taken away from what a file is laid over.
///
/// @param path the keys that lead to it, from the top of the file on
/// @param override whether a value of its own takes the place
/// @param inList whether it stands in an item of a list, where Compose does not act on it
/// @param place the tag with its value
public record Reset(List<String> path, boolean override, boolean inList, Place place) {

    public Reset {
        path = List.copyOf(path);
    }
}
