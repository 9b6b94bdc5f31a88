package dev.drydock.syntax.shell;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/// A string as ANTLR reads it, counted in UTF-16 code units: ANTLR's own streams count code points, and every place
/// after an emoji would be off by one.
final class Characters implements CharStream {

    private final String text;
    private int at;

    Characters(String text) {
        this.text = text;
    }

    @Override
    public void consume() {
        at++;
    }

    @Override
    public int LA(int distance) {
        int index = distance < 0 ? at + distance : at + distance - 1;
        return index < 0 || index >= text.length() ? IntStream.EOF : text.charAt(index);
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {}

    @Override
    public int index() {
        return at;
    }

    @Override
    public void seek(int index) {
        at = Math.min(index, text.length());
    }

    @Override
    public int size() {
        return text.length();
    }

    @Override
    public String getSourceName() {
        return "script";
    }

    @Override
    public String getText(Interval interval) {
        return text.substring(interval.a, Math.min(interval.b + 1, text.length()));
    }
}
