package dev.drydock.model;

import dev.drydock.model.build.Stage;
import dev.drydock.model.command.PackageOperation;
import dev.drydock.source.Place;
import org.jspecify.annotations.Nullable;

/// Dependencies for development that an image has from one install.
///
/// @param kind why they are for development
/// @param operation what installs them
/// @param place the words that say so
/// @param directory where they are, absolute; null where that is not certain
/// @param owner the stage that installs them, or the last that copies them
/// @param copied the words of the last `COPY --from` that brought them; null where none did
/// @param builds whether the stage that installs them builds with them
public record DevelopmentInstall(
        Kind kind,
        PackageOperation operation,
        Place place,
        @Nullable String directory,
        Stage owner,
        @Nullable Place copied,
        boolean builds) {

    /// Why dependencies are for development.
    public enum Kind {
        /// The project's manifest, with its dependencies for development.
        MANIFEST,
        /// A file whose name says so.
        FILE,
        /// An extra of a package whose name says so.
        EXTRA,
        /// A link to sources.
        EDITABLE
    }

    DevelopmentInstall copied(Place place, String into, Stage by) {
        return new DevelopmentInstall(kind, operation, this.place, into, by, place, builds);
    }

    DevelopmentInstall building() {
        return new DevelopmentInstall(kind, operation, place, directory, owner, copied, true);
    }

    boolean isOfFamily(String family) {
        return operation.manager().family().equals(family);
    }
}
