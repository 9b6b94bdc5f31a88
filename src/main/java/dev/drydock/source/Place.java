package dev.drydock.source;

/// A span in a certain file.
public record Place(Source source, Span span) implements Comparable<Place> {

    /// The text at this place.
    public String text() {
        return source.text(span);
    }

    /// By path, then by span.
    @Override
    public int compareTo(Place other) {
        int byPath = source.path().compareTo(other.source.path());
        return byPath != 0 ? byPath : span.compareTo(other.span);
    }
}
