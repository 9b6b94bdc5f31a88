package dev.drydock.source;

/// A half-open range `[start, end)` of UTF-16 offsets into the text of one [Source].
///
/// @param start offset of the first code unit
/// @param end offset just past the last code unit, never before `start`
public record Span(int start, int end) implements Comparable<Span> {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + ".." + end);
        }
    }

    /// The empty span at `offset`: a place between two characters.
    public static Span at(int offset) {
        return new Span(offset, offset);
    }

    /// How many UTF-16 code units the span covers.
    public int length() {
        return end - start;
    }

    public boolean isEmpty() {
        return start == end;
    }

    /// Whether `other` lies wholly inside this span.
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /// Whether `offset` lies inside this span; the end does not.
    public boolean contains(int offset) {
        return start <= offset && offset < end;
    }

    /// The smallest span that holds both.
    public Span to(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }

    @Override
    public int compareTo(Span other) {
        int byStart = Integer.compare(start, other.start);
        return byStart != 0 ? byStart : Integer.compare(end, other.end);
    }
}
