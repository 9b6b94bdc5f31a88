package dev.drydock.model.compose;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one runs: a file alone, or a base with one overlay laid over it.
///
/// @param files the base first
/// @param role what the variant is for, as the name of its last file tells
/// @param services as all the files together make them
public record Variant(List<ComposeFile> files, Role role, List<Service> services) {

    public Variant {
        files = List.copyOf(files);
        services = List.copyOf(services);
    }

    /// What a service of this variant is for: what its profile tells, else what the variant is for.
    public Role role(Service service) {
        Role own = service.role();
        return own.kind() == Role.Kind.UNKNOWN ? role : own;
    }

    /// The service with this name, or null.
    public @Nullable Service service(String name) {
        for (Service service : services) {
            if (service.name().equals(name)) {
                return service;
            }
        }
        return null;
    }
}
