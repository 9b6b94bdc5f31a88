package dev.drydock.model.compose;

import dev.drydock.source.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one runs: a file alone, or a base with one overlay laid over it.
///
/// @param files the base first
/// @param role what the variant is for, as the name of its last file tells
/// @param model what all the files together make
public record Variant(List<ComposeFile> files, Role role, ComposeModel model) {

    /// A service in one of the ways to run the project.
    public record Run(Variant variant, Service service) {

        /// What the service is for there.
        public Role role() {
            return variant.role(service);
        }
    }

    public Variant {
        files = List.copyOf(files);
    }

    /// The services as all the files together make them.
    public List<Service> services() {
        return model.services();
    }

    /// Whether this is one file that must be meant to be laid over another one, which nobody knows: it has not the
    /// name of a base, and says of some service neither what it runs nor how to build that.
    public boolean isPart() {
        if (files.size() > 1 || ComposeFamily.isBase(files.getFirst())) {
            return false;
        }
        for (Service service : services()) {
            if (ComposeFamily.isPart(service)) {
                return true;
            }
        }
        return false;
    }

    /// Whether its first file is one that is taken when nobody names a file, or one with a name like that.
    public boolean isDefault() {
        return ComposeFamily.isBase(files.getFirst());
    }

    /// What a service of this variant is for: what its profile tells, else what the variant is for. Of a service of
    /// the base that is off unless somebody asks for its profile, and that the overlay does not name, nobody said
    /// that it is for that: it is a tool or a job.
    public Role role(Service service) {
        Role own = service.role();
        if (own.kind() != Role.Kind.UNKNOWN) {
            return own;
        }
        return files.size() > 1 && !service.profiles().isEmpty() && !inLast(service) ? Role.UNKNOWN : role;
    }

    private boolean inLast(Service service) {
        for (Place place : service.keyPlaces()) {
            if (place.source().path().equals(files.getLast().source().path())) {
                return true;
            }
        }
        return false;
    }

    /// Whether another service waits for the end of this one: it is a job.
    public boolean isAwaited(Service service) {
        return model.isAwaited(service.name());
    }

    /// How the image of a service is built: by the service itself, or by another one that gives its image the same
    /// name.
    public @Nullable Build build(Service service) {
        if (service.build() != null || service.image() == null) {
            return service.build();
        }
        return model.build(service.image().written());
    }

    /// The service with this name, or null.
    public @Nullable Service service(String name) {
        return model.service(name);
    }
}
