package dev.drydock.model.contents;

import dev.drydock.model.build.Step;
import dev.drydock.source.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How something came to be where it is: one hop, and the hops before it.
///
/// @param means how it came here
/// @param what what was taken: a path in the build context or the stage, a URL, an image, a command's name
/// @param place the words that brought it
/// @param step the step that did; null for what an image brings as the base of a stage
/// @param before how it came to be where it was taken from; null where this is where it begins
public record Origin(
        Means means,
        String what,
        Place place,
        @Nullable Step step,
        @Nullable Origin before) {

    /// How something comes into an image.
    public enum Means {
        /// The image that the stage starts from has it.
        BASE,
        /// Copied from the build context.
        CONTEXT,
        /// Copied from another stage.
        STAGE,
        /// Copied from an image, or a named context that only the build knows.
        IMAGE,
        /// Unpacked from an archive, or checked out from a repository.
        ARCHIVE,
        /// Fetched by `ADD`, or by a command.
        DOWNLOAD,
        /// Written in the Dockerfile.
        HEREDOC,
        /// Made by a command.
        COMMAND,
        /// Made by `WORKDIR`.
        WORKDIR
    }

    /// The hops, the first of all first.
    public List<Origin> hops() {
        var hops = new ArrayList<Origin>();
        for (Origin hop = this; hop != null; hop = hop.before) {
            hops.addFirst(hop);
        }
        return hops;
    }
}
