package dev.drydock.report;

/// How text from a file looks on a terminal: every character visible, none obeyed, each with its width.
public final class Display {

    static final int TAB = 4;

    private final StringBuilder out = new StringBuilder();
    private int columns;

    /// Text in which nothing can move the cursor, colour the screen or turn the direction of writing.
    public static String safe(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (unsafe(text.charAt(i)) || text.charAt(i) == '\t') {
                var display = new Display();
                display.append(text, 0, text.length());
                return display.text();
            }
        }
        return text;
    }

    /// Adds the characters from `start` to `end`.
    void append(String text, int start, int end) {
        for (int i = start; i < end; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\t') {
                int spaces = TAB - columns % TAB;
                out.repeat(' ', spaces);
                columns += spaces;
            } else if (c < 0x20) {
                // The control picture of the character.
                out.appendCodePoint(0x2400 + c);
                columns++;
            } else if (c <= 0xffff && unsafe((char) c)) {
                String code = "<U+" + Integer.toHexString(0x10000 + c).substring(1) + ">";
                out.append(code);
                columns += code.length();
            } else {
                out.appendCodePoint(c);
                columns += width(c);
            }
        }
    }

    int columns() {
        return columns;
    }

    String text() {
        return out.toString();
    }

    /// Whether a terminal may obey the character, or people may not see it.
    static boolean unsafe(char c) {
        return c < 0x20
                || within(c, 0x7f, 0x9f)
                || c == 0x061c
                || within(c, 0x200b, 0x200f)
                || within(c, 0x2028, 0x202e)
                || within(c, 0x2060, 0x2069)
                || c == 0xfeff;
    }

    private static int width(int c) {
        if (c < 0x300) {
            return 1;
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = within(c, 0x1100, 0x115f)
                || within(c, 0x2e80, 0xa4cf)
                || within(c, 0xac00, 0xd7a3)
                || within(c, 0xf900, 0xfaff)
                || within(c, 0xfe30, 0xfe6f)
                || within(c, 0xff00, 0xff60)
                || within(c, 0xffe0, 0xffe6)
                || within(c, 0x1f300, 0x1f64f)
                || within(c, 0x1f900, 0x1f9ff)
                || within(c, 0x20000, 0x3fffd);
        return wide ? 2 : 1;
    }

    private static boolean within(int c, int first, int last) {
        return first <= c && c <= last;
    }
}
