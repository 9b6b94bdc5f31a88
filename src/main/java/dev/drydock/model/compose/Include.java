package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Node;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entry of `include`: a project of its own, whose services and resources become part of this one.
///
/// @param paths its files, laid over each other
/// @param directory what its paths are relative to; null is the directory of the first file
/// @param envFiles where its variables come from; none is the `.env` in its directory
public record Include(List<Value> paths, @Nullable Value directory, List<Value> envFiles, Place place) {

    public Include {
        paths = List.copyOf(paths);
        envFiles = List.copyOf(envFiles);
    }

    static Include of(Node item) {
        return item instanceof Node.Mapping mapping
                ? new Include(
                        mapping.scalars("path"),
                        mapping.scalar("project_directory"),
                        mapping.scalars("env_file"),
                        item.place())
                : new Include(item.values(), null, List.of(), item.place());
    }
}
