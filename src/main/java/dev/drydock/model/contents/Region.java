package dev.drydock.model.contents;

/// A path at and below which something put files that cannot be told: a base image, an archive, a command.
///
/// @param path absolute, without a slash at its end; `/` is the whole image
/// @param origin what put them there
/// @param order which came later
public record Region(String path, Origin origin, int order) {

    /// Whether a path is this one or lies below it.
    boolean covers(String other) {
        return FilePaths.isWithin(other, path);
    }
}
