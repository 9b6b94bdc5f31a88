package dev.drydock.source;

import org.jspecify.annotations.Nullable;

/// Finds the name that somebody meant.
public final class Nearest {

    private Nearest() {}

    /// The candidate nearest to `word`, letters compared without case, or null where none is near enough to
    /// suggest: at most one edit per three letters, a swap of neighbours being one edit. The first wins among
    /// equals.
    public static @Nullable String to(String word, Iterable<String> candidates) {
        String best = null;
        int bestDistance = word.length() / 3 + 1;
        if (word.length() <= 2) {
            bestDistance = 2;
        }
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - word.length()) >= bestDistance) {
                continue;
            }
            int distance = distance(word, candidate);
            if (distance < bestDistance && distance < candidate.length()) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best;
    }

    /// The candidate that is one slip away from `word`: a letter left out, added, doubled, changed, or swapped
    /// with its neighbour, or only letters in the other case. Names of one another's kind, such as `A1` and `A2`,
    /// are not.
    public static @Nullable String slip(String word, Iterable<String> candidates) {
        for (String candidate : candidates) {
            boolean near = Math.abs(candidate.length() - word.length()) <= 1 && !candidate.equals(word);
            if (near && distance(word, candidate) <= 1 && withoutDigits(word, candidate)) {
                return candidate;
            }
        }
        return null;
    }

    /// Whether what differs in them is no digit.
    private static boolean withoutDigits(String a, String b) {
        int start = 0;
        while (start < Math.min(a.length(), b.length()) && same(a, start, b, start)) {
            start++;
        }
        return (start == a.length() || !Character.isDigit(a.charAt(start)))
                && (start == b.length() || !Character.isDigit(b.charAt(start)));
    }

    /// `; did you mean X?`, or nothing where nothing is near.
    public static String hint(String word, Iterable<String> candidates) {
        String nearest = to(word, candidates);
        return nearest == null ? "" : "; did you mean " + nearest + "?";
    }

    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = same(a, i - 1, b, j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && same(a, i - 1, b, j - 2) && same(a, i - 2, b, j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[b.length()];
    }

    private static boolean same(String a, int i, String b, int j) {
        return Character.toLowerCase(a.charAt(i)) == Character.toLowerCase(b.charAt(j));
    }
}
