package dev.drydock.syntax.shell;

import dev.drydock.source.MappedText;

/// The escapes of bash's `$'…'`.
final class Ansi {

    private Ansi() {}

    /// The text between the quotes of `written`, escapes decoded, every character mapped to what it was written as.
    static MappedText decode(MappedText written) {
        String raw = written.text();
        MappedText.Builder decoded = new MappedText.Builder();
        int last = raw.length() - 1;
        int at = 2;
        while (at < last) {
            if (raw.charAt(at) != '\\' || at + 1 >= last) {
                decoded.append(written.slice(at, at + 1));
                at++;
                continue;
            }
            int end = at + 2;
            char c = raw.charAt(at + 1);
            char value = switch (c) {
                case 'n' -> '\n';
                case 't' -> '\t';
                case 'r' -> '\r';
                case 'a' -> '\u0007';
                case 'b' -> '\b';
                case 'e', 'E' -> '\u001B';
                case 'f' -> '\f';
                case 'v' -> '\u000B';
                default -> c;
            };
            int base = base(c);
            if (base > 0) {
                int from = base == 8 ? at + 1 : at + 2;
                int limit = Math.min(last, from + digits(c));
                end = from;
                while (end < limit && Character.digit(raw.charAt(end), base) >= 0) {
                    end++;
                }
                if (end > from) {
                    value = (char) Integer.parseInt(raw.substring(from, end), base);
                }
            }
            int origin = written.origin(at);
            decoded.append(value, origin, written.span(at, end).end() - origin);
            at = end;
        }
        return decoded.build(written.origin(last));
    }

    private static int base(char c) {
        return switch (c) {
            case '0', '1', '2', '3', '4', '5', '6', '7' -> 8;
            case 'x', 'u' -> 16;
            default -> 0;
        };
    }

    private static int digits(char c) {
        return switch (c) {
            case 'x' -> 2;
            case 'u' -> 4;
            default -> 3;
        };
    }
}
