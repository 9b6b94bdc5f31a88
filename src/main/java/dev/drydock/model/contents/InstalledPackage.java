package dev.drydock.model.contents;

import dev.drydock.model.build.Step;
import dev.drydock.model.command.PackageOperation;
import dev.drydock.source.Text;
import org.jspecify.annotations.Nullable;

/// A package of an image, or all that a manifest asks for.
///
/// @param by the operation that installed it
/// @param name the package; for a manifest the command that reads it
/// @param version the wanted version with its operator; empty where none is wanted
/// @param isManifest whether it stands for what a manifest lists
/// @param directory where it is, absolute, perhaps with a `*` in a name; null where that cannot be told
/// @param origin how it came into the image
/// @param removedBy the later step that removes it, so that only a lower layer has it; null where it is there
public record InstalledPackage(
        PackageOperation by,
        String name,
        Text version,
        boolean isManifest,
        @Nullable String directory,
        Origin origin,
        @Nullable Step removedBy) {

    InstalledPackage removed(Step step) {
        return new InstalledPackage(by, name, version, isManifest, directory, origin, step);
    }

    InstalledPackage copied(String into, Origin here) {
        return new InstalledPackage(by, name, version, isManifest, into, here, null);
    }
}
