package dev.drydock.syntax.ignore;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A pattern for paths, run as a set of states: time is pattern times path, whatever the pattern.
final class Glob {

    enum Op {
        /// The one character.
        CHAR,
        /// Any character but a slash.
        ANY,
        /// Any run of characters without a slash.
        STAR,
        /// Any run of characters.
        ALL,
        /// Nothing, or a run of characters that ends with a slash.
        DIRECTORIES,
        /// The run inside of `DIRECTORIES`, which always follows it.
        INSIDE,
        /// A character of a class.
        CLASS,
        /// Any run of characters of a class.
        MANY,
        /// The start of the path; stands for itself nowhere else.
        START,
        /// The end of the path.
        END,
        /// Where a word starts or ends.
        BOUNDARY,
        /// Where none does.
        NO_BOUNDARY
    }

    /// Characters `from` to `to`, both included.
    record Range(int from, int to) {}

    /// A step of a pattern.
    record Token(Op op, int character, List<Range> ranges, boolean negated) {
        Token(Op op) {
            this(op, 0, List.of(), false);
        }

        Token(int character) {
            this(Op.CHAR, character, List.of(), false);
        }

        Token(Op op, List<Range> ranges, boolean negated) {
            this(op, 0, ranges, negated);
        }

        boolean takes(int c) {
            return switch (op) {
                case CHAR -> c == character;
                case ANY, STAR -> c != '/';
                case ALL, INSIDE -> c != '\n';
                case CLASS, MANY -> inClass(c) != negated;
                case DIRECTORIES, START, END, BOUNDARY, NO_BOUNDARY -> false;
            };
        }

        private boolean inClass(int c) {
            for (Range range : ranges) {
                if (range.from <= c && c <= range.to) {
                    return true;
                }
            }
            return false;
        }
    }

    /// No system takes a longer path, and a pattern of more characters is for none that anybody has.
    private static final int LONGEST = 4096;

    private final List<Token> tokens = new ArrayList<>();
    private int at;
    /// Whether no `]` follows that could close a class.
    private boolean unclosed;

    private Glob() {}

    /// A pattern of a `.dockerignore`, which moby makes a regular expression of; null where Go refuses that.
    static @Nullable Glob moby(String pattern) {
        var glob = new Glob();
        if (pattern.length() > LONGEST) {
            return glob.ofNothing();
        }
        List<Token> tokens = GoExpression.tokens(pattern);
        if (tokens == null) {
            return null;
        }
        glob.tokens.addAll(tokens);
        return glob;
    }

    /// A pattern of a `.gitignore`, anchored where it is.
    static Glob git(String pattern) {
        var glob = new Glob();
        if (pattern.length() > LONGEST) {
            return glob.ofNothing();
        }
        while (glob.at < pattern.length()) {
            int c = pattern.codePointAt(glob.at);
            glob.at += Character.charCount(c);
            switch (c) {
                case '*' -> glob.gitStar(pattern);
                case '?' -> glob.tokens.add(new Token(Op.ANY));
                case '[' -> glob.characterClass(pattern);
                case '\\' -> glob.escaped(pattern);
                default -> glob.character(c);
            }
        }
        return glob;
    }

    private Glob ofNothing() {
        tokens.add(new Token(Op.CLASS, List.of(), false));
        return this;
    }

    private void gitStar(String pattern) {
        int start = at - 1;
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        boolean segmentStart = start == 0 || pattern.charAt(start - 1) == '/';
        if (at - start < 2 || !segmentStart) {
            tokens.add(new Token(Op.STAR));
        } else if (at == pattern.length()) {
            tokens.add(new Token(Op.ALL));
        } else if (pattern.charAt(at) == '/') {
            at++;
            directories();
        } else {
            tokens.add(new Token(Op.STAR));
        }
    }

    private void directories() {
        tokens.add(new Token(Op.DIRECTORIES));
        tokens.add(new Token(Op.INSIDE));
    }

    private void character(int c) {
        tokens.add(new Token(c));
    }

    private void escaped(String pattern) {
        if (at == pattern.length()) {
            character('\\');
            return;
        }
        int c = pattern.codePointAt(at);
        at += Character.charCount(c);
        character(c);
    }

    /// The class behind a `[`, which takes no slash; without an end, the `[` stands for itself.
    private void characterClass(String pattern) {
        if (unclosed) {
            character('[');
            return;
        }
        int next = at;
        boolean negated = next < pattern.length() && (pattern.charAt(next) == '^' || pattern.charAt(next) == '!');
        if (negated) {
            next++;
        }
        var ranges = new ArrayList<Range>();
        boolean first = true;
        while (next < pattern.length() && (first || pattern.charAt(next) != ']')) {
            first = false;
            int[] from = classCharacter(pattern, next);
            next = from[1];
            int to = from[0];
            if (next + 1 < pattern.length() && pattern.charAt(next) == '-' && pattern.charAt(next + 1) != ']') {
                int[] end = classCharacter(pattern, next + 1);
                to = end[0];
                next = end[1];
            }
            ranges.add(new Range(from[0], to));
        }
        if (next >= pattern.length()) {
            unclosed = true;
            character('[');
            return;
        }
        if (negated) {
            ranges.add(new Range('/', '/'));
        }
        at = next + 1;
        tokens.add(new Token(Op.CLASS, List.copyOf(ranges), negated));
    }

    private static int[] classCharacter(String pattern, int from) {
        int next = pattern.charAt(from) == '\\' && from + 1 < pattern.length() ? from + 1 : from;
        int c = pattern.codePointAt(next);
        return new int[] {c, next + Character.charCount(c)};
    }

    boolean matches(String path) {
        int end = tokens.size();
        var states = new BitSet(end + 1);
        enter(states, 0, path, 0);
        for (int i = 0; i < path.length(); ) {
            int c = path.codePointAt(i);
            i += Character.charCount(c);
            var next = new BitSet(end + 1);
            for (int state = states.nextSetBit(0); state >= 0 && state < end; state = states.nextSetBit(state + 1)) {
                Token token = tokens.get(state);
                if (!token.takes(c)) {
                    continue;
                }
                switch (token.op) {
                    case CHAR, ANY, CLASS -> enter(next, state + 1, path, i);
                    case STAR, ALL, MANY -> enter(next, state, path, i);
                    case INSIDE -> {
                        next.set(state);
                        if (c == '/') {
                            enter(next, state + 1, path, i);
                        }
                    }
                    case DIRECTORIES, START, END, BOUNDARY, NO_BOUNDARY -> {}
                }
            }
            if (next.isEmpty()) {
                return false;
            }
            states = next;
        }
        return states.get(end);
    }

    /// Adds a state and those that are reached from it without a character.
    private void enter(BitSet states, int state, String path, int offset) {
        int next = state;
        while (!states.get(next)) {
            states.set(next);
            Token token = next < tokens.size() ? tokens.get(next) : null;
            if (token == null) {
                return;
            }
            switch (token.op) {
                case STAR, ALL, MANY -> next++;
                case DIRECTORIES -> {
                    states.set(next + 1);
                    next += 2;
                }
                case START, END, BOUNDARY, NO_BOUNDARY -> {
                    if (!stands(token.op, path, offset)) {
                        return;
                    }
                    next++;
                }
                case CHAR, ANY, CLASS, INSIDE -> {
                    return;
                }
            }
        }
    }

    /// Whether a token without characters is true of a place in the path.
    private static boolean stands(Op op, String path, int offset) {
        boolean boundary = isWord(path, offset - 1) != isWord(path, offset);
        return switch (op) {
            case START -> offset == 0;
            case END -> offset == path.length();
            case BOUNDARY -> boundary;
            case NO_BOUNDARY -> !boundary;
            case CHAR, ANY, STAR, ALL, DIRECTORIES, INSIDE, CLASS, MANY -> false;
        };
    }

    private static boolean isWord(String path, int at) {
        return at >= 0 && at < path.length() && GoExpression.isBetween(path.charAt(at), "09AZ__az");
    }

    /// Whether Go's `filepath.Match` takes the pattern; moby refuses a whole ignore file for one that it does not.
    static boolean isValid(String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
                if (i == pattern.length()) {
                    return false;
                }
            } else if (c == '[') {
                Integer end = classEnd(pattern, i + 1);
                if (end == null) {
                    return false;
                }
                i = end;
            }
        }
        return true;
    }

    /// The `]` of the class, or null where it is wrong.
    private static @Nullable Integer classEnd(String pattern, int from) {
        int at = from < pattern.length() && pattern.charAt(from) == '^' ? from + 1 : from;
        for (int count = 0; at < pattern.length(); count++) {
            if (pattern.charAt(at) == ']' && count > 0) {
                return at;
            }
            int low = classPart(pattern, at);
            if (low < 0) {
                return null;
            }
            at = low;
            if (at < pattern.length() && pattern.charAt(at) == '-') {
                at = classPart(pattern, at + 1);
                if (at < 0) {
                    return null;
                }
            }
        }
        return null;
    }

    private static int classPart(String pattern, int from) {
        if (from >= pattern.length() || pattern.charAt(from) == '-' || pattern.charAt(from) == ']') {
            return -1;
        }
        int at = pattern.charAt(from) == '\\' ? from + 1 : from;
        if (at >= pattern.length()) {
            return -1;
        }
        int end = at + Character.charCount(pattern.codePointAt(at));
        return end < pattern.length() ? end : -1;
    }
}
