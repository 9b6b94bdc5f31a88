package dev.drydock.model.build;

import dev.drydock.syntax.image.ImageReference;
import org.jspecify.annotations.Nullable;

/// What a stage starts from.
public sealed interface Base {

    /// An earlier stage of the same file.
    record Parent(Stage stage) implements Base {}

    /// An image.
    ///
    /// @param text the reference with its variables filled in from their defaults
    /// @param reference null where the text is malformed
    record Image(String text, @Nullable ImageReference reference) implements Base {}

    /// `scratch`: nothing at all.
    record Scratch() implements Base {}

    /// An image that only a build would tell, or that the file does not name.
    record Unknown() implements Base {}
}
