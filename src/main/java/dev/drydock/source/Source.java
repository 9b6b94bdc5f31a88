package dev.drydock.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One file: its path, its text without a byte order mark, and the table of its lines.
///
/// Lines end at `\n`; a `\r` before it belongs to the line end. Immutable and safe to share between threads.
public final class Source {

    private final String path;
    private final String text;
    private final boolean byteOrderMark;
    private final int firstInvalid;
    private int[] lineStarts = {};

    private Source(String path, String text, boolean byteOrderMark, int firstInvalid) {
        this.path = path;
        this.text = text;
        this.byteOrderMark = byteOrderMark;
        this.firstInvalid = firstInvalid;
    }

    /// A source from text already decoded. A leading U+FEFF is taken off and remembered.
    ///
    /// @param path relative to the project's root, `/` between its parts
    public static Source of(String path, String text) {
        boolean mark = text.startsWith("\uFEFF");
        return new Source(path, mark ? text.substring(1) : text, mark, -1);
    }

    /// A source from a file's bytes, read as UTF-8. Bytes that are not UTF-8 become U+FFFD, the place of the first
    /// is kept: see [#firstInvalid()].
    public static Source of(String path, byte[] bytes) {
        boolean mark =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        int from = mark ? 3 : 0;
        // String's own decoder is the fast one, and tells of a fault only by U+FFFD, which may also be in the file.
        String text = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
        int invalid = text.indexOf('\uFFFD') < 0 ? -1 : firstInvalid(bytes, from);
        return new Source(path, text, mark, invalid);
    }

    private static int firstInvalid(byte[] bytes, int from) {
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate(bytes.length - from);
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return decoder.decode(in, out, true).isError() ? out.position() : -1;
    }

    /// The path relative to the project's root, `/` between its parts.
    public String path() {
        return path;
    }

    /// The whole text, without a byte order mark. Every [Span] of this source points into it.
    public String text() {
        return text;
    }

    /// Whether the file began with a byte order mark.
    public boolean byteOrderMark() {
        return byteOrderMark;
    }

    /// The offset of the first byte sequence that is not UTF-8, or -1.
    public int firstInvalid() {
        return firstInvalid;
    }

    /// The text under `span`.
    public String text(Span span) {
        return text.substring(span.start(), span.end());
    }

    /// How many lines the text has; a text that ends with a newline does not have one more.
    public int lineCount() {
        int count = starts().length;
        return count > 1 && starts()[count - 1] == text.length() ? count - 1 : count;
    }

    /// The place of `offset`, which is between 0 and the text's length, both included.
    public Position position(int offset) {
        int line = line(offset);
        return new Position(line, offset - starts()[line - 1] + 1);
    }

    /// The 1-based line that holds `offset`.
    public int line(int offset) {
        int found = Arrays.binarySearch(starts(), offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /// The offset at which the 1-based `line` starts.
    public int lineStart(int line) {
        return starts()[line - 1];
    }

    /// The 1-based `line` without its line end.
    public Span lineSpan(int line) {
        int[] starts = starts();
        int start = starts[line - 1];
        int end = line < starts.length ? starts[line] - 1 : text.length();
        if (end > start && text.charAt(end - 1) == '\r') {
            end--;
        }
        return new Span(start, end);
    }

    private int[] starts() {
        // Built on first use: a file without findings never needs it. Racing threads build equal tables.
        int[] starts = lineStarts;
        if (starts.length > 0) {
            return starts;
        }
        int count = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            count++;
        }
        starts = new int[count];
        int line = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            starts[line++] = at + 1;
        }
        lineStarts = starts;
        return starts;
    }

    @Override
    public String toString() {
        return path;
    }
}
