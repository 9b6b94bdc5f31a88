package dev.drydock.syntax.compose;

/// IP addresses as Go reads them.
public final class IpAddress {

    private IpAddress() {}

    /// Whether a text is an IPv4 or an IPv6 address, without brackets and zone.
    public static boolean isProper(String text) {
        return text.indexOf(':') < 0 ? isFour(text) : isSix(text);
    }

    private static boolean isFour(String text) {
        int numbers = 0;
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || text.charAt(at) == '.') {
                if (!isByte(text, start, at)) {
                    return false;
                }
                numbers++;
                start = at + 1;
            }
        }
        return numbers == 4;
    }

    private static boolean isByte(String text, int from, int to) {
        int length = to - from;
        if (length < 1 || length > 3 || (length > 1 && text.charAt(from) == '0')) {
            return false;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(text.charAt(i), 10);
            if (digit < 0) {
                return false;
            }
            value = value * 10 + digit;
        }
        return value <= 255;
    }

    private static boolean isSix(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, true) == 8;
        }
        if (text.indexOf("::", gap + 1) >= 0) {
            return false;
        }
        int before = groups(text.substring(0, gap), false);
        int after = groups(text.substring(gap + 2), true);
        return before >= 0 && after >= 0 && before + after < 8;
    }

    /// How many groups of 16 bits a text has, -1 where it has anything else.
    private static int groups(String text, boolean last) {
        if (text.isEmpty()) {
            return 0;
        }
        int groups = 0;
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at < text.length() && text.charAt(at) != ':') {
                continue;
            }
            boolean end = at == text.length();
            if (end && last && text.indexOf('.', start) >= 0) {
                return isFour(text.substring(start)) ? groups + 2 : -1;
            }
            if (at == start || at - start > 4) {
                return -1;
            }
            for (int i = start; i < at; i++) {
                if (Character.digit(text.charAt(i), 16) < 0) {
                    return -1;
                }
            }
            groups++;
            start = at + 1;
        }
        return groups;
    }
}
