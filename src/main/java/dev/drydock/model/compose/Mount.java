package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entry of `volumes` of a service.
///
/// @param source what is mounted: a path or a volume's name; null for an anonymous volume
/// @param options of the short form, `ro`, `z`, …; of the long form, `consistency`
/// @param place the whole entry
public record Mount(
        Type type,
        @Nullable Value source,
        @Nullable Value target,
        List<Value> options,
        boolean readOnly,
        boolean shortForm,
        Place place) {

    /// What sort of thing is mounted.
    public enum Type {
        BIND,
        VOLUME,
        TMPFS,
        /// An image, a named pipe, a cluster volume.
        OTHER,
        /// Depends on a variable.
        UNKNOWN
    }

    public Mount {
        options = List.copyOf(options);
    }

    /// Whether it mounts a path of the host, as long as nobody sets a variable.
    public boolean isOfHost() {
        String given = source == null ? "" : source.withDefaults().or("");
        return type == Type.BIND
                || (type == Type.UNKNOWN && (given.startsWith("/") || given.startsWith("~") || given.startsWith(".")));
    }
}
