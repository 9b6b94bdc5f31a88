package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Place;
import org.jspecify.annotations.Nullable;

/// An entry of `ports` of a service.
///
/// @param hostIp the address of the host that it is bound to; null is every address
/// @param published the port or range on the host; null is a random one
/// @param target the port or range in the container; null where the entry does not parse
/// @param protocol null is `tcp`
public record Port(
        @Nullable Value hostIp,
        @Nullable Value published,
        @Nullable Value target,
        @Nullable Value protocol,
        Place place) {

    /// Whether every address of the host is bound, as long as nobody sets a variable.
    public boolean isOpen() {
        return hostIp == null
                || hostIp.withDefaults().is("0.0.0.0")
                || hostIp.withDefaults().is("::");
    }
}
