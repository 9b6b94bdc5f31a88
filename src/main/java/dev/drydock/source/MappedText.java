package dev.drydock.source;

import java.util.Arrays;

/// Text put together from pieces of one [Source] that still knows where each of its characters came from.
///
/// The joined lines of an instruction, the body of a heredoc without its leading tabs, the decoded string of a JSON
/// form: parsers read [#text()] and ask [#span(int, int)] for the place in the file.
public final class MappedText {

    private final String text;
    /// Where each piece starts in the text, ascending; the first is 0.
    private final int[] starts;
    /// Where each piece starts in the source.
    private final int[] origins;
    /// How far a piece reaches in the source per code unit of text: 1 for plain text; for an escape sequence, which
    /// is one code unit here and several there, its whole length.
    private final int[] widths;

    private final int sourceEnd;

    private MappedText(String text, int[] starts, int[] origins, int[] widths, int sourceEnd) {
        this.text = text;
        this.starts = starts;
        this.origins = origins;
        this.widths = widths;
        this.sourceEnd = sourceEnd;
    }

    /// The text under `span`, as it stands in the source.
    public static MappedText of(Source source, Span span) {
        return new Builder().append(source.text(), span.start(), span.end()).build(span.end());
    }

    /// What a parser reads. Offsets into it are not offsets into the source.
    public String text() {
        return text;
    }

    public int length() {
        return text.length();
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /// The source offset of the character at `index`; for `index == length()`, the offset just past the last one.
    public int origin(int index) {
        if (index >= text.length()) {
            return text.isEmpty() ? sourceEnd : end(text.length());
        }
        int piece = piece(index);
        return widths[piece] == 1 ? origins[piece] + (index - starts[piece]) : origins[piece];
    }

    /// The source span of the characters `[start, end)`. What was left out between the pieces (a continuation and
    /// its comments) is inside it when the range crosses it, and never at its edges.
    public Span span(int start, int end) {
        if (start >= end) {
            return Span.at(origin(start));
        }
        return new Span(origin(start), end(end));
    }

    /// The source span of the whole text.
    public Span span() {
        return span(0, text.length());
    }

    /// The part `[start, end)` as a text of its own.
    public MappedText slice(int start, int end) {
        if (start == 0 && end == text.length()) {
            return this;
        }
        if (start >= end) {
            return new MappedText("", new int[0], new int[0], new int[0], origin(start));
        }
        int first = piece(start);
        int last = piece(end - 1);
        int count = last - first + 1;
        int[] newStarts = new int[count];
        int[] newOrigins = new int[count];
        int[] newWidths = Arrays.copyOfRange(widths, first, last + 1);
        for (int i = 0; i < count; i++) {
            newStarts[i] = Math.max(starts[first + i] - start, 0);
            newOrigins[i] = origins[first + i];
        }
        newOrigins[0] = origin(start);
        return new MappedText(text.substring(start, end), newStarts, newOrigins, newWidths, end(end));
    }

    private int end(int end) {
        int last = end - 1;
        int piece = piece(last);
        return widths[piece] == 1 ? origins[piece] + (last - starts[piece]) + 1 : origins[piece] + widths[piece];
    }

    private int piece(int index) {
        int found = Arrays.binarySearch(starts, index);
        return found >= 0 ? found : -found - 2;
    }

    @Override
    public String toString() {
        return text;
    }

    /// Puts a text together, piece after piece, in source order.
    public static final class Builder {
        private final StringBuilder text = new StringBuilder();
        private int[] starts = new int[4];
        private int[] origins = new int[4];
        private int[] widths = new int[4];
        private int pieces;

        /// Adds the characters `[start, end)` of `source`, which stand there in the file.
        public Builder append(String source, int start, int end) {
            if (start < end) {
                piece(start, 1);
                text.append(source, start, end);
            }
            return this;
        }

        /// Adds one character that stands in the file as the `width` code units at `origin`, such as `\n` in JSON.
        public Builder append(char character, int origin, int width) {
            piece(origin, width);
            text.append(character);
            return this;
        }

        /// Adds all of `other`, each character with the place it has there.
        public Builder append(MappedText other) {
            for (int i = 0; i < other.starts.length; i++) {
                int end = i + 1 < other.starts.length ? other.starts[i + 1] : other.text.length();
                piece(other.origins[i], other.widths[i]);
                text.append(other.text, other.starts[i], end);
            }
            return this;
        }

        public int length() {
            return text.length();
        }

        /// The text put together.
        ///
        /// @param sourceEnd the place in the file of the end, asked for only when the text is empty
        public MappedText build(int sourceEnd) {
            return new MappedText(
                    text.toString(),
                    Arrays.copyOf(starts, pieces),
                    Arrays.copyOf(origins, pieces),
                    Arrays.copyOf(widths, pieces),
                    sourceEnd);
        }

        private void piece(int origin, int width) {
            if (pieces > 0 && width == 1 && widths[pieces - 1] == 1) {
                int previous = pieces - 1;
                if (origins[previous] + (text.length() - starts[previous]) == origin) {
                    return;
                }
            }
            if (pieces == starts.length) {
                starts = Arrays.copyOf(starts, pieces * 2);
                origins = Arrays.copyOf(origins, pieces * 2);
                widths = Arrays.copyOf(widths, pieces * 2);
            }
            starts[pieces] = text.length();
            origins[pieces] = origin;
            widths[pieces] = width;
            pieces++;
        }
    }
}
