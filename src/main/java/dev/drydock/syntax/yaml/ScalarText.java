package dev.drydock.syntax.yaml;

import dev.drydock.source.MappedText;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.syntax.yaml.YamlNode.Scalar;

/// Lays the value of a scalar over its writing: quotes, escapes, folded lines and indentation are what the two
/// differ by.
final class ScalarText {

    private final String raw;
    private final String value;
    private final Scalar.Style style;
    private final MappedText.Builder mapped = new MappedText.Builder();
    private int from;
    private final int to;
    private int at;

    private ScalarText(Source source, Scalar scalar) {
        raw = source.text();
        value = scalar.value();
        style = scalar.style();
        from = scalar.span().start();
        to = scalar.span().end();
    }

    static MappedText of(Source source, Scalar scalar) {
        Span span = scalar.span();
        int quote = switch (scalar.style()) {
            case SINGLE_QUOTED, DOUBLE_QUOTED -> 1;
            case PLAIN, LITERAL, FOLDED -> 0;
        };
        int length = span.length() - 2 * quote;
        if (length == scalar.value().length() && source.text().startsWith(scalar.value(), span.start() + quote)) {
            return MappedText.of(source, new Span(span.start() + quote, span.end() - quote));
        }
        return new ScalarText(source, scalar).align();
    }

    private MappedText align() {
        boolean block = style == Scalar.Style.LITERAL || style == Scalar.Style.FOLDED;
        from = Math.min(to, block ? firstLine() : style == Scalar.Style.PLAIN ? from : from + 1);
        while (at < value.length()) {
            if (from >= to) {
                // Line ends that a block scalar keeps behind its last words.
                mapped.append(value.charAt(at++), Math.max(to - 1, 0), Math.min(to, 1));
            } else if (isSpace(raw.charAt(from))) {
                space();
            } else if (style == Scalar.Style.DOUBLE_QUOTED && raw.charAt(from) == '\\') {
                escape();
            } else if (style == Scalar.Style.SINGLE_QUOTED && raw.startsWith("''", from)) {
                take(1, 2);
            } else {
                plain();
            }
        }
        return mapped.build(to);
    }

    private int firstLine() {
        int end = raw.indexOf('\n', from);
        int line = end < 0 ? to : end + 1;
        while (line < to && isSpace(raw.charAt(line))) {
            line++;
        }
        int start = raw.lastIndexOf('\n', Math.max(line - 1, 0)) + 1;
        // Leading blank lines and leading spaces are part of the value: step back over as many as it begins with.
        int lead = 0;
        while (lead < value.length() && value.charAt(lead) == ' ') {
            lead++;
        }
        while (at < value.length() && value.charAt(at) == '\n') {
            mapped.append('\n', Math.min(from, Math.max(to - 1, 0)), Math.min(to, 1));
            at++;
        }
        return Math.max(Math.max(start, from), line - lead);
    }

    private void plain() {
        int start = from;
        while (at < value.length()
                && from < to
                && value.charAt(at) == raw.charAt(from)
                && plainHere(raw.charAt(from))) {
            at++;
            from++;
        }
        mapped.append(raw, start, from);
        if (start == from) {
            // Not to be met; if it is, the rest of the value is the rest of the writing.
            take(value.length() - at, to - from);
        }
    }

    private boolean plainHere(char c) {
        return !isSpace(c)
                && (style != Scalar.Style.DOUBLE_QUOTED || c != '\\')
                && (style != Scalar.Style.SINGLE_QUOTED || c != '\'');
    }

    /// White space: as many characters of the value as stand there, the last ones laid over the last ones.
    private void space() {
        int rawEnd = from;
        while (rawEnd < to && isSpace(raw.charAt(rawEnd))) {
            rawEnd++;
        }
        int end = at;
        while (end < value.length() && isSpace(value.charAt(end)) && end - at < rawEnd - from) {
            end++;
        }
        int count = end - at;
        int skipped = rawEnd - from - count;
        for (int i = 0; i < count; i++) {
            if (i == 0) {
                mapped.append(value.charAt(at), from, skipped + 1);
            } else {
                mapped.append(value.charAt(at + i), from + skipped + i, 1);
            }
        }
        at = end;
        from = rawEnd;
    }

    private void escape() {
        char kind = from + 1 < to ? raw.charAt(from + 1) : ' ';
        if (kind == '\n' || kind == '\r') {
            from += 2;
            while (from < to && isSpace(raw.charAt(from))) {
                from++;
            }
            return;
        }
        int width = switch (kind) {
            case 'x' -> 4;
            case 'u' -> 6;
            case 'U' -> 10;
            default -> 2;
        };
        take(Character.isHighSurrogate(value.charAt(at)) ? 2 : 1, Math.min(width, to - from));
    }

    private void take(int characters, int width) {
        int end = Math.min(value.length(), at + characters);
        while (at < end) {
            mapped.append(value.charAt(at++), from, width);
        }
        from += width;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
