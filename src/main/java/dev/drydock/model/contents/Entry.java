package dev.drydock.model.contents;

import org.jspecify.annotations.Nullable;

/// A file or directory of an image whose path is certain.
///
/// @param path absolute, without a slash at its end
/// @param origin what put it there
/// @param doubt what may have changed it or taken it away since, as nobody looks into what that does; null where
///     it is certainly there
public record Entry(
        String path, Kind kind, Origin origin, @Nullable Origin doubt) {

    /// What an entry is.
    public enum Kind {
        FILE,
        DIRECTORY,
        /// A symbolic link: where it leads is not followed.
        LINK
    }

    /// Whether it is certainly there, and is what it is said to be.
    public boolean isCertain() {
        return doubt == null;
    }

    Entry doubted(Origin by) {
        return doubt == null ? new Entry(path, kind, origin, by) : this;
    }
}
