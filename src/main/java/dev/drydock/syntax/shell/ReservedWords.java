package dev.drydock.syntax.shell;

import dev.drydock.syntax.grammar.ShellLexer;

/// The words that are part of a shell's grammar where a command may begin.
final class ReservedWords {

    private ReservedWords() {}

    /// The type of token that `word` is there.
    ///
    /// @param end where the word ends
    static int atCommand(String word, int end, Lookahead ahead, Dialect dialect) {
        return switch (word) {
            case "if" -> ShellLexer.IF;
            case "then" -> ShellLexer.THEN;
            case "elif" -> ShellLexer.ELIF;
            case "else" -> ShellLexer.ELSE;
            case "fi" -> ShellLexer.FI;
            case "while" -> ShellLexer.WHILE;
            case "until" -> ShellLexer.UNTIL;
            case "for", "select" -> ShellLexer.FOR;
            case "do" -> ShellLexer.DO;
            case "done" -> ShellLexer.DONE;
            case "case" -> ShellLexer.CASE;
            case "esac" -> ShellLexer.ESAC;
            case "{" -> ShellLexer.LEFT_BRACE;
            case "}" -> ShellLexer.RIGHT_BRACE;
            case "!" -> ShellLexer.BANG;
            case "in" -> ShellLexer.IN;
            case "[[" -> dialect == Dialect.BASH || ahead.isTestClosed(end) ? ShellLexer.TEST_OPEN : ShellLexer.LITERAL;
            case "coproc" -> dialect == Dialect.BASH ? ShellLexer.COPROC : ShellLexer.LITERAL;
            case "function" ->
                dialect == Dialect.BASH || ahead.isBeforeFunction(end) ? ShellLexer.FUNCTION : ShellLexer.LITERAL;
            // With options `time` is the program, not the reserved word.
            case "time" -> ahead.isFollowedByOption(end) ? ShellLexer.LITERAL : ShellLexer.TIME;
            default -> ShellLexer.LITERAL;
        };
    }
}
