package dev.drydock.syntax.yaml;

import dev.drydock.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yaml.snakeyaml.reader.StreamReader;

/// The characters of a file as SnakeYAML may read them, and the way back from its code point indices to UTF-16
/// offsets.
final class YamlChars {

    private final String text;
    /// Code point indices of the characters that take two code units, ascending.
    private final int[] wide;

    private final String readable;
    private final int firstUnprintable;

    YamlChars(String text) {
        this.text = text;
        int[] found = {};
        int count = 0;
        int unprintable = -1;
        StringBuilder mended = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= ' ' && c < 0x7F) || c == '\n' || c == '\r' || c == '\t') {
                continue;
            }
            int codePoint = text.codePointAt(i);
            if (codePoint > 0xFFFF) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, Math.max(8, count * 2));
                }
                found[count] = i - count;
                count++;
                i++;
            } else if (!StreamReader.isPrintable(codePoint)) {
                if (mended == null) {
                    mended = new StringBuilder(text);
                    unprintable = i;
                }
                mended.setCharAt(i, '\uFFFD');
            }
        }
        wide = Arrays.copyOf(found, count);
        readable = mended == null ? text : mended.toString();
        firstUnprintable = unprintable;
    }

    /// The text with what YAML does not allow replaced, one code unit for one.
    String readable() {
        return readable;
    }

    /// The offset of the first character that YAML does not allow, or -1.
    int firstUnprintable() {
        return firstUnprintable;
    }

    /// The UTF-16 offset of the code point with this index.
    int offset(int index) {
        int found = Arrays.binarySearch(wide, index);
        int before = found >= 0 ? found : -found - 1;
        return Math.min(index + before, text.length());
    }

    /// The comments: each `#` at the start of a line or behind a blank, outside of the spans of `opaque`, which are
    /// in order.
    static List<Span> comments(String text, List<Span> opaque) {
        var comments = new ArrayList<Span>();
        int next = 0;
        for (int at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at)) {
            while (next < opaque.size() && opaque.get(next).end() <= at) {
                next++;
            }
            if (next < opaque.size() && opaque.get(next).contains(at)) {
                at = opaque.get(next).end();
            } else if (at > 0 && !isSpace(text.charAt(at - 1))) {
                at++;
            } else {
                int end = lineEnd(text, at);
                comments.add(new Span(at, end));
                at = end;
            }
        }
        return comments;
    }

    /// The end of the line that holds `at`, without its `\r`.
    static int lineEnd(String text, int at) {
        int end = text.indexOf('\n', at);
        if (end < 0) {
            end = text.length();
        }
        return end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /// Where a tag or an anchor that starts at `from` ends.
    static int propertyEnd(String text, int from, int limit) {
        int at = from + 1;
        while (at < limit && !isSpace(text.charAt(at)) && ",[]{}".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /// The next place that is neither white space nor in a comment.
    static int skipBlank(String text, int from, int limit) {
        int at = from;
        while (at < limit) {
            char c = text.charAt(at);
            if (c == '#') {
                at = lineEnd(text, at);
            } else if (isSpace(c)) {
                at++;
            } else {
                return at;
            }
        }
        return Math.min(at, limit);
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
