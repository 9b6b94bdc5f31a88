package dev.drydock.syntax.grammar;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/// A string as ANTLR reads it, in UTF-16 code units, so that token offsets are offsets into the string. ANTLR's own
/// streams count code points.
public final class TextStream implements CharStream {

    private final String text;
    private final boolean swapEscapes;
    private int at;

    /// A stream of `text` as it stands.
    public TextStream(String text) {
        this(text, false);
    }

    /// A stream of `text`; with `swapEscapes`, backquote and backslash are read as each other: the Dockerfile
    /// grammars know one escape character, the file may choose the other.
    public TextStream(String text, boolean swapEscapes) {
        this.text = text;
        this.swapEscapes = swapEscapes;
    }

    @Override
    public void consume() {
        at++;
    }

    @Override
    public int LA(int offset) {
        int index = offset > 0 ? at + offset - 1 : at + offset;
        if (index < 0 || index >= text.length()) {
            return IntStream.EOF;
        }
        char character = text.charAt(index);
        if (!swapEscapes) {
            return character;
        }
        return switch (character) {
            case '`' -> '\\';
            case '\\' -> '`';
            default -> character;
        };
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {
        // Nothing is buffered, so nothing is to be let go.
    }

    @Override
    public int index() {
        return at;
    }

    @Override
    public void seek(int index) {
        at = index;
    }

    @Override
    public int size() {
        return text.length();
    }

    @Override
    public String getText(Interval interval) {
        return text.substring(interval.a, Math.min(interval.b + 1, text.length()));
    }

    @Override
    public String getSourceName() {
        return IntStream.UNKNOWN_SOURCE_NAME;
    }
}
