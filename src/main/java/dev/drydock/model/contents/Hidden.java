package dev.drydock.model.contents;

import dev.drydock.model.build.Step;

/// What a step put into a layer and a later one replaced or took away: it does not show in the image, and is still
/// downloaded with it, and can be read from its layer.
///
/// @param by the step that hides it
public record Hidden(Entry entry, Step by) {}
