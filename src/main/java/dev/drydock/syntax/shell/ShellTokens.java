package dev.drydock.syntax.shell;

import dev.drydock.source.MappedText;
import dev.drydock.source.Span;
import dev.drydock.syntax.grammar.ShellLexer;
import dev.drydock.syntax.grammar.TextStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;

/// The tokens of a script, each with the meaning it has where it stands.
///
/// A shell reads `done`, `#`, `(` or `[[` differently at the start of a command, inside a word, in a `case` pattern
/// and inside `[[ ]]`. The grammar's lexer sees characters only; this class follows where in a command each token
/// is.
final class ShellTokens extends ShellLexer {

    /// Nothing that a person writes nests deeper; what does is given up, so that no reader of the tree overflows.
    static final int MAX_DEPTH = 100;

    private enum Expect {
        COMMAND,
        ARGUMENT,
        FUNCTION_NAME,
        AFTER_FUNCTION_NAME,
        FOR_NAME,
        FOR_IN,
        CASE_SUBJECT,
        CASE_IN,
        PATTERN_START,
        PATTERN,
        TEST
    }

    /// What a `(` or `[[` opened, or the script itself.
    private static final class Level {
        private Expect expect = Expect.COMMAND;
        private int cases;
        private final boolean array;

        Level(Expect expect, boolean array) {
            this.expect = expect;
            this.array = array;
        }
    }

    private final String text;
    private final Dialect dialect;
    private final Lookahead ahead;
    private final HereDocuments documents;
    private final Faults faults;
    private final Deque<Level> levels = new ArrayDeque<>();
    private final List<Token> comments = new ArrayList<>();
    /// For each open `${`, whether it cuts a pattern off, so that quotes in it are quotes.
    private final Deque<Boolean> cuts = new ArrayDeque<>();
    private int compounds;
    private int previousEnd;
    private int previousType = Token.EOF;
    private boolean tooDeep;

    ShellTokens(String text, Dialect dialect, HereDocuments documents, Faults faults) {
        super(new TextStream(text));
        this.text = text;
        this.dialect = dialect;
        this.ahead = new Lookahead(text, dialect);
        this.documents = documents;
        this.faults = faults;
        removeErrorListeners();
        levels.push(new Level(Expect.COMMAND, false));
    }

    /// Whether the script nests deeper than anything meant; its tokens end where it does.
    boolean tooDeep() {
        return tooDeep;
    }

    /// The places of the comments that were read.
    List<Span> comments(MappedText source) {
        List<Span> spans = new ArrayList<>();
        for (Token comment : comments) {
            spans.add(source.span(comment.getStartIndex(), comment.getStopIndex() + 1));
        }
        return spans;
    }

    @Override
    public Token nextToken() {
        if (tooDeep) {
            return emitEOF();
        }
        boolean plain = _mode == DEFAULT_MODE;
        CommonToken token = (CommonToken) super.nextToken();
        if (token.getType() == ARITHMETIC && !ahead.closesTwice(token.getStopIndex() + 1)) {
            shorten(token, SUBSTITUTION, 2);
            faults.bashism(token, "", "$(( that begins no arithmetic");
        }
        if (plain && token.getType() != Token.EOF) {
            place(token);
        }
        switch (token.getType()) {
            case ARITHMETIC -> pushMode(ARITHMETIC_MODE);
            case ARITHMETIC_COMMAND -> pushMode(ARITHMETIC_MODE);
            case SUBSTITUTION, PROCESS_SUBSTITUTION -> open(Expect.COMMAND, false);
            case SINGLE_QUOTED -> {
                if (!plain && isApostrophePlain()) {
                    shorten(token, BRACED_TEXT, 1);
                }
            }
            case BRACED_APOSTROPHE -> {
                if (!isApostrophePlain()) {
                    token.setType(BAD);
                }
            }
            case ANSI_QUOTED -> {
                if (text.substring(token.getStartIndex(), token.getStopIndex()).contains("\\'")) {
                    faults.bashism(token, "SC3003", "$'…' with an apostrophe in it");
                }
            }
            case BRACED_PARAMETER -> brace(token);
            case UNBRACE -> cuts.pop();
            case BAD -> {
                if (token.getStopIndex() + 1 == text.length() && text.charAt(token.getStartIndex()) == '\\') {
                    token.setType(plain ? LITERAL : QUOTED_TEXT);
                }
            }
            default -> {}
        }
        if (token.getChannel() == Token.DEFAULT_CHANNEL) {
            previousEnd = token.getStopIndex() + 1;
            previousType = token.getType();
        }
        if (_modeStack.size() + levels.size() + compounds > 2 * MAX_DEPTH) {
            tooDeep = true;
        }
        return token;
    }

    /// Settles what a token of the plain mode is, and what may follow it.
    private void place(CommonToken token) {
        Level level = levels.getFirst();
        boolean touches = touches(token.getStartIndex());
        switch (token.getType()) {
            case COMMENT -> {
                if (touches || level.expect == Expect.TEST) {
                    shorten(token, LITERAL, 1);
                    token.setChannel(Token.DEFAULT_CHANNEL);
                } else {
                    comments.add(token);
                }
            }
            case LITERAL -> literal(token, level, touches);
            case DOUBLE_PAREN -> {
                boolean arithmetic = (level.expect == Expect.COMMAND || level.expect == Expect.FOR_NAME)
                        && ahead.closesTwice(token.getStopIndex() + 1);
                if (arithmetic) {
                    token.setType(ARITHMETIC_COMMAND);
                    level.expect = level.expect == Expect.FOR_NAME ? Expect.FOR_IN : Expect.COMMAND;
                } else {
                    shorten(token, LEFT_PAREN, 1);
                    leftParen(token, level, touches);
                }
            }
            case LEFT_PAREN -> leftParen(token, level, touches);
            case PARENS -> {
                if (level.expect == Expect.TEST) {
                    token.setType(LITERAL);
                } else if (touches && previousType == LITERAL && text.charAt(previousEnd - 1) == '=') {
                    shorten(token, LEFT_PAREN, 1);
                    leftParen(token, level, true);
                } else {
                    if (level.expect == Expect.AFTER_FUNCTION_NAME) {
                        token.setChannel(Token.HIDDEN_CHANNEL);
                    }
                    level.expect = Expect.COMMAND;
                }
            }
            case RIGHT_PAREN -> rightParen(token, level);
            case HEREDOC -> {
                if (level.expect == Expect.TEST) {
                    token.setType(LITERAL);
                } else if (!digitsTouch(token, touches)) {
                    boolean indented = text.charAt(token.getStopIndex()) == '-';
                    documents.announce(token.getStartIndex(), token.getStopIndex() + 1, indented);
                    wordRead(level);
                }
            }
            case REDIRECT -> {
                if (level.expect == Expect.TEST) {
                    token.setType(LITERAL);
                } else if (dialect == Dialect.POSIX && isBackgroundAndRedirect(token)) {
                    shorten(token, BACKGROUND, 1);
                    level.expect = Expect.COMMAND;
                } else if (!digitsTouch(token, touches)) {
                    wordRead(level);
                }
            }
            case NEWLINE -> newline(level);
            case AND, OR, PIPE, SEMICOLON, BACKGROUND -> {
                if (level.expect == Expect.TEST) {
                    token.setType(LITERAL);
                } else if (level.expect == Expect.PATTERN || level.expect == Expect.PATTERN_START) {
                    level.expect = Expect.PATTERN;
                } else {
                    level.expect = Expect.COMMAND;
                }
            }
            case CASE_BREAK -> {
                if (level.expect == Expect.TEST) {
                    token.setType(LITERAL);
                } else {
                    level.expect = level.cases > 0 ? Expect.PATTERN_START : Expect.COMMAND;
                }
            }
            default -> {
                if (!touches) {
                    wordRead(level);
                } else if (level.expect == Expect.COMMAND) {
                    level.expect = Expect.ARGUMENT;
                }
            }
        }
    }

    private void literal(CommonToken token, Level level, boolean touches) {
        int type = touches || !ahead.isDelimited(token.getStopIndex() + 1) ? LITERAL : reserved(token, level);
        if (type == LITERAL && previousType == TIME && text.startsWith("-p", token.getStartIndex())) {
            token.setChannel(Token.HIDDEN_CHANNEL);
            return;
        }
        if (type == LITERAL && previousType == COPROC && ahead.isBeforeCompound(token.getStopIndex() + 1)) {
            // The name of the process; what it runs follows.
            token.setChannel(Token.HIDDEN_CHANNEL);
            return;
        }
        if (type == LITERAL) {
            if (!touches || level.expect == Expect.COMMAND) {
                wordRead(level);
            }
            return;
        }
        token.setType(type);
        switch (type) {
            case IF, WHILE, UNTIL, LEFT_BRACE -> {
                compounds++;
                level.expect = Expect.COMMAND;
            }
            case FI, DONE, RIGHT_BRACE -> {
                compounds = Math.max(0, compounds - 1);
                level.expect = Expect.COMMAND;
            }
            case CASE -> {
                compounds++;
                level.cases++;
                level.expect = Expect.CASE_SUBJECT;
            }
            case ESAC -> {
                compounds = Math.max(0, compounds - 1);
                level.cases = Math.max(0, level.cases - 1);
                level.expect = Expect.COMMAND;
            }
            case FOR -> {
                compounds++;
                level.expect = Expect.FOR_NAME;
            }
            case IN -> level.expect = level.expect == Expect.CASE_IN ? Expect.PATTERN_START : Expect.ARGUMENT;

            case FUNCTION -> level.expect = Expect.FUNCTION_NAME;
            case TEST_OPEN -> levels.push(new Level(Expect.TEST, false));
            case TEST_CLOSE -> {
                levels.pop();
                levels.getFirst().expect = Expect.COMMAND;
            }
            default -> level.expect = Expect.COMMAND;
        }
    }

    private int reserved(CommonToken token, Level level) {
        String word = text.substring(token.getStartIndex(), token.getStopIndex() + 1);
        return switch (level.expect) {
            case COMMAND, AFTER_FUNCTION_NAME ->
                ReservedWords.atCommand(word, token.getStopIndex() + 1, ahead, dialect);
            case FOR_IN ->
                switch (word) {
                    case "in" -> IN;
                    case "do" -> DO;
                    case "{" -> LEFT_BRACE;
                    default -> LITERAL;
                };
            case CASE_IN -> word.equals("in") ? IN : LITERAL;
            case PATTERN_START -> word.equals("esac") ? ESAC : LITERAL;
            case TEST -> word.equals("]]") ? TEST_CLOSE : LITERAL;
            case ARGUMENT, FUNCTION_NAME, FOR_NAME, CASE_SUBJECT, PATTERN -> LITERAL;
        };
    }

    private void leftParen(CommonToken token, Level level, boolean touches) {
        if (level.expect == Expect.TEST) {
            token.setType(LITERAL);
            return;
        }
        if (level.expect == Expect.PATTERN_START) {
            level.expect = Expect.PATTERN;
            return;
        }
        char before = touches ? text.charAt(previousEnd - 1) : ' ';
        if (touches && previousType == LITERAL && before == '=') {
            token.setType(ARRAY_OPEN);
            open(Expect.ARGUMENT, true);
            return;
        }
        if (touches && previousType == LITERAL && "?*+@!".indexOf(before) >= 0 && level.expect != Expect.COMMAND) {
            int end = ahead.closingParen(token.getStopIndex() + 1);
            if (end > 0) {
                token.setType(LITERAL);
                token.setStopIndex(end);
                readOnAt(end + 1);
                return;
            }
        }
        open(Expect.COMMAND, false);
    }

    private void rightParen(CommonToken token, Level level) {
        switch (level.expect) {
            case TEST -> token.setType(LITERAL);
            case PATTERN, PATTERN_START -> {
                token.setType(PATTERN_END);
                level.expect = Expect.COMMAND;
            }
            case COMMAND, ARGUMENT, FUNCTION_NAME, AFTER_FUNCTION_NAME, FOR_NAME, FOR_IN, CASE_SUBJECT, CASE_IN -> {
                if (levels.size() > 1) {
                    levels.pop();
                    popMode();
                }
            }
        }
    }

    private void open(Expect expect, boolean array) {
        levels.push(new Level(expect, array));
        pushMode(DEFAULT_MODE);
    }

    private void newline(Level level) {
        readOnAt(documents.read(_input.index()));
        switch (level.expect) {
            case FOR_IN, CASE_IN, PATTERN_START, PATTERN, TEST, AFTER_FUNCTION_NAME -> {}
            case COMMAND, ARGUMENT, FUNCTION_NAME, FOR_NAME, CASE_SUBJECT ->
                level.expect = level.array ? Expect.ARGUMENT : Expect.COMMAND;
        }
    }

    private static void wordRead(Level level) {
        level.expect = switch (level.expect) {
            case COMMAND, ARGUMENT -> Expect.ARGUMENT;
            case FUNCTION_NAME -> Expect.AFTER_FUNCTION_NAME;
            case FOR_NAME -> Expect.FOR_IN;
            case CASE_SUBJECT -> Expect.CASE_IN;
            case PATTERN_START, PATTERN -> Expect.PATTERN;
            case AFTER_FUNCTION_NAME, FOR_IN, CASE_IN, TEST -> level.expect;
        };
    }

    /// A number that touches the word before it belongs to that word, not to the operator.
    private boolean digitsTouch(CommonToken token, boolean touches) {
        int digits = token.getStartIndex();
        while (Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        if (!touches || digits == token.getStartIndex() || previousType == REDIRECT) {
            return false;
        }
        shorten(token, LITERAL, digits - token.getStartIndex());
        return true;
    }

    /// Whether it is `&>` before an operator: `& >&` for a shell that does not know `&>`.
    private boolean isBackgroundAndRedirect(CommonToken token) {
        int end = token.getStopIndex() + 1;
        return text.charAt(token.getStartIndex()) == '&'
                && end < text.length()
                && (text.charAt(end) == '&' || text.charAt(end) == '|');
    }

    private void shorten(CommonToken token, int type, int length) {
        token.setType(type);
        token.setStopIndex(token.getStartIndex() + length - 1);
        readOnAt(token.getStopIndex() + 1);
    }

    private void readOnAt(int index) {
        _input.seek(index);
        _hitEOF = _hitEOF && index >= text.length();
    }

    private boolean touches(int start) {
        return isWordPart(previousType) && Lookahead.touch(text, previousEnd, start);
    }

    private static boolean isWordPart(int type) {
        return switch (type) {
            case LITERAL,
                    ESCAPE,
                    SINGLE_QUOTED,
                    ANSI_QUOTED,
                    UNQUOTE,
                    PARAMETER,
                    DOLLAR,
                    UNBRACE,
                    BACKQUOTED,
                    RIGHT_PAREN,
                    ARITHMETIC_END -> true;
            default -> false;
        };
    }

    /// Notes what kind of expansion `${` begins.
    private void brace(CommonToken token) {
        int end = token.getStopIndex() + 1;
        char next = end < text.length() ? text.charAt(end) : '}';
        cuts.push(next == '#' || next == '%');
        if (dialect == Dialect.POSIX && "'\"`\\".indexOf(next) >= 0) {
            // dash takes whatever stands behind the name for the operator.
            token.setStopIndex(end);
            readOnAt(end + 1);
        }
    }

    /// Whether an apostrophe is only a character, as in `"${x:-it's}"`: for `sh`, and where nothing is cut off.
    private boolean isApostrophePlain() {
        return dialect == Dialect.POSIX && isInsideQuotes() && !cuts.isEmpty() && !cuts.getFirst();
    }

    private boolean isInsideQuotes() {
        for (int i = _modeStack.size() - 1; i >= 0; i--) {
            int mode = _modeStack.get(i);
            if (mode == QUOTED) {
                return true;
            }
            if (mode == Lexer.DEFAULT_MODE) {
                return false;
            }
        }
        return false;
    }
}
