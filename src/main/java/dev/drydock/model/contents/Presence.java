package dev.drydock.model.contents;

/// Whether something is at a path of an image.
public sealed interface Presence {

    /// It is there, as far as [Entry#doubt] says.
    record There(Entry entry) implements Presence {}

    /// Nothing is.
    record Absent() implements Presence {}

    /// Only a build would tell.
    ///
    /// @param by what may have put something there
    record Unknown(Origin by) implements Presence {}
}
