package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entry of `develop.watch`.
public record Watch(
        @Nullable Value path,
        @Nullable Value action,
        @Nullable Value target,
        List<Value> ignore,
        List<Value> include,
        Place place) {

    public Watch {
        ignore = List.copyOf(ignore);
        include = List.copyOf(include);
    }
}
