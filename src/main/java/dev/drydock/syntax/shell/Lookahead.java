package dev.drydock.syntax.shell;

/// What stands further on in a script: some tokens are what they are because of what follows.
final class Lookahead {

    private final String text;
    private final Dialect dialect;
    /// From where on no `]]` stands.
    private int noTestEnd = Integer.MAX_VALUE;

    Lookahead(String text, Dialect dialect) {
        this.text = text;
        this.dialect = dialect;
    }

    boolean isBeforeCompound(int end) {
        end = afterBlanks(end);
        return end < text.length() && (text.charAt(end) == '{' || text.charAt(end) == '(');
    }

    /// Whether an option follows other than bash's own `-p`.
    boolean isFollowedByOption(int end) {
        end = afterBlanks(end);
        boolean own = dialect == Dialect.BASH && text.startsWith("-p", end) && isDelimited(end + 2);
        return end < text.length() && text.charAt(end) == '-' && !own;
    }

    /// Whether a name and the start of a body follow on the same line: without them `function` is a command of a
    /// shell that does not know the word.
    boolean isBeforeFunction(int end) {
        int name = afterBlanks(end);
        end = name;
        while (!isDelimited(end)) {
            end++;
        }
        if (end == name) {
            return false;
        }
        end = afterBlanks(end);
        if (text.startsWith("()", end)) {
            end = afterBlanks(end + 2);
        }
        return end < text.length() && (text.charAt(end) == '{' || text.charAt(end) == '(');
    }

    int afterBlanks(int at) {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    /// Whether `]]` follows: without it, `[[` is a command of a shell that knows no other.
    boolean isTestClosed(int from) {
        if (from >= noTestEnd) {
            return false;
        }
        boolean closed = text.indexOf("]]", from) >= 0;
        noTestEnd = closed ? noTestEnd : from;
        return closed;
    }

    boolean isDelimited(int end) {
        if (end >= text.length()) {
            return true;
        }
        char c = text.charAt(end);
        return c == ' ' || c == '\t' || c == '\r' || isOperator(c) || text.startsWith("\\\n", end);
    }

    /// The `)` that closes what was opened before `at`, on the same line; -1 where there is none.
    int closingParen(int at) {
        int depth = 1;
        for (; at < text.length() && text.charAt(at) != '\n'; at++) {
            char c = text.charAt(at);
            if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return at;
            }
        }
        return -1;
    }

    /// Whether the two parentheses opened before `at` are closed together: `((…))` is arithmetic, `((…) …)` is not.
    boolean closesTwice(int at) {
        int depth = 2;
        char quote = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || (c == '\'' && dialect == Dialect.BASH)) {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 1) {
                return at + 1 < text.length() && text.charAt(at + 1) == ')';
            }
        }
        return false;
    }

    /// Whether only continued lines stand between two places.
    static boolean touch(String text, int end, int start) {
        int at = end;
        while (at < start && text.charAt(at) == '\\') {
            at++;
            if (at < start && text.charAt(at) == '\r') {
                at++;
            }
            if (at < start && text.charAt(at) == '\n') {
                at++;
            } else {
                return false;
            }
        }
        return at == start;
    }

    static boolean isOperator(char c) {
        return switch (c) {
            case '\n', ';', '&', '|', '<', '>', '(', ')' -> true;
            default -> false;
        };
    }
}
