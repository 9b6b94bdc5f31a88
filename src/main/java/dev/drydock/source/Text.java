package dev.drydock.source;

/// A text that is known, or one that only a build or a run would tell. A rule is silent on `Unknown`.
public sealed interface Text {

    /// A value that is put together from variables is unknown where it grows beyond this: each that holds the one
    /// before it twice doubles it.
    int LONGEST = 1 << 16;

    /// A text whose value is certain.
    record Known(String value) implements Text {}

    /// A text that depends on something not in the files.
    record Unknown() implements Text {
        private static final Unknown INSTANCE = new Unknown();
    }

    static Text unknown() {
        return Unknown.INSTANCE;
    }

    static Text of(String value) {
        return new Known(value);
    }

    /// The value, or `other` where it is unknown.
    default String or(String other) {
        return switch (this) {
            case Known(String value) -> value;
            case Unknown() -> other;
        };
    }

    /// Whether the value is known to be `value`.
    default boolean is(String value) {
        return this instanceof Known(String known) && known.equals(value);
    }

    default boolean isKnown() {
        return this instanceof Known;
    }
}
