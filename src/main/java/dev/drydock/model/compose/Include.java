package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Place;
import java.util.List;

/// An entry of `include`.
public record Include(List<Value> paths, Place place) {

    public Include {
        paths = List.copyOf(paths);
    }
}
