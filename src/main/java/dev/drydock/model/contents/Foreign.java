package dev.drydock.model.contents;

import java.util.List;

/// A source that nobody looks into: an image, a context that only the build has.
///
/// @param origin what stands for it
record Foreign(Origin origin) implements CopySource {

    @Override
    public Presence at(String path) {
        return new Presence.Unknown(origin);
    }

    @Override
    public List<Entry> below(String directory) {
        return List.of();
    }

    @Override
    public List<Region> regions(String path) {
        return List.of(new Region(path, origin, 0));
    }

    @Override
    public List<String> names(String directory) {
        return List.of();
    }
}
