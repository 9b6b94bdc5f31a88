package dev.drydock.model.compose;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Names by the alphabet, as a reader looks for them: capital or small is the same, and numbers count by value, so
/// that `node2` comes before `node10`.
public enum NameOrder implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(@Nullable String first, @Nullable String second) {
        String a = first == null ? "" : first;
        String b = second == null ? "" : second;
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int order;
            if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
                int endA = numberEnd(a, i);
                int endB = numberEnd(b, j);
                order = numbers(a.substring(i, endA), b.substring(j, endB));
                i = endA;
                j = endB;
            } else {
                order = Character.compare(Character.toLowerCase(a.charAt(i++)), Character.toLowerCase(b.charAt(j++)));
            }
            if (order != 0) {
                return order;
            }
        }
        int rest = Integer.compare(a.length() - i, b.length() - j);
        return rest != 0 ? rest : a.compareTo(b);
    }

    private static int numbers(String a, String b) {
        String first = withoutZeros(a);
        String second = withoutZeros(b);
        int byLength = Integer.compare(first.length(), second.length());
        return byLength != 0 ? byLength : first.compareTo(second);
    }

    private static String withoutZeros(String number) {
        int at = 0;
        while (at < number.length() - 1 && number.charAt(at) == '0') {
            at++;
        }
        return number.substring(at);
    }

    private static int numberEnd(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
