package dev.drydock.model.contents;

import java.util.List;

/// Where files may be copied from: a stage, a build context, an image. Paths are absolute in it.
interface CopySource {

    /// What is at a path.
    Presence at(String path);

    /// What is known below a directory, each directory before what is in it.
    List<Entry> below(String directory);

    /// The places at and below a path where more may be than is known; what covers the path from above is at the
    /// path.
    List<Region> regions(String path);

    /// The names that are known in a directory, in order.
    List<String> names(String directory);
}
