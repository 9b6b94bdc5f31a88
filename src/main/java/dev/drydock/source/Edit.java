package dev.drydock.source;

/// Replaces the text under `span` with `replacement`; an empty span inserts, an empty replacement deletes.
public record Edit(Span span, String replacement) {

    public static Edit insert(int offset, String text) {
        return new Edit(Span.at(offset), text);
    }

    public static Edit delete(Span span) {
        return new Edit(span, "");
    }
}
