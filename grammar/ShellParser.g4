/*
 * How shell commands are put together. One token decides everywhere, so no prediction is ever needed (a test sees to
 * it). The pieces of a simple command stay flat: which of them touch, and so form a word, is seen from their places.
 */
parser grammar ShellParser;

options { tokenVocab = ShellLexer; }

script: list (stray list)* EOF;

/* What closes something that was never opened. */
stray: RIGHT_PAREN | THEN | ELIF | ELSE | FI | DO | DONE | ESAC | RIGHT_BRACE | CASE_BREAK | IN | TEST_CLOSE | PATTERN_END;

list: andOr? (separator andOr?)*;

separator: SEMICOLON | BACKGROUND | NEWLINE;

andOr: pipeline ((AND | OR) NEWLINE* pipeline)*;

pipeline
    : prefix+ (command (PIPE NEWLINE* command)*)?
    | command (PIPE NEWLINE* command)*
    ;

prefix: BANG | TIME | COPROC;

command
    : simple
    | compound trailer?
    | FUNCTION LITERAL NEWLINE* compound trailer?
    ;

/* With parentheses, a function: its body may be a simple command in some shells. */
simple: piece+ (PARENS NEWLINE* command)?;

/* Redirections after a compound command. */
trailer: redirect piece*;

compound
    : LEFT_PAREN list RIGHT_PAREN # subshell
    | PARENS # nothing
    | LEFT_BRACE list RIGHT_BRACE # group
    | IF list THEN list (ELIF list THEN list)* (ELSE list)? FI # condition
    | (WHILE | UNTIL) list DO list DONE # loop
    | FOR (piece+ | ARITHMETIC_COMMAND arithmeticPiece* ARITHMETIC_END) NEWLINE*
        (IN piece* (SEMICOLON | NEWLINE) NEWLINE* | SEMICOLON NEWLINE*)?
        (DO list DONE | LEFT_BRACE list RIGHT_BRACE) # iteration
    | CASE piece+ NEWLINE* IN NEWLINE* item? (CASE_BREAK NEWLINE* item?)* ESAC # selection
    | ARITHMETIC_COMMAND arithmeticPiece* ARITHMETIC_END # calculation
    | TEST_OPEN (piece | NEWLINE)* TEST_CLOSE # test
    ;

item: LEFT_PAREN? piece+ (PIPE piece+)* PATTERN_END list;

piece
    : LITERAL
    | ESCAPE
    | SINGLE_QUOTED
    | ANSI_QUOTED
    | DOLLAR
    | BAD
    | array
    | quoted
    | expansion
    | redirect
    ;

redirect: REDIRECT | HEREDOC;

array: ARRAY_OPEN (piece | NEWLINE)* RIGHT_PAREN;

quoted: QUOTE (QUOTED_TEXT | QUOTED_ESCAPE | DOLLAR | BAD | expansion)* UNQUOTE;

expansion
    : PARAMETER # parameter
    | BRACED_PARAMETER bracedPiece* UNBRACE # braced
    | SUBSTITUTION list RIGHT_PAREN # substitution
    | PROCESS_SUBSTITUTION list RIGHT_PAREN # process
    | BACKQUOTED # backquoted
    | ARITHMETIC arithmeticPiece* ARITHMETIC_END # arithmetic
    ;

bracedPiece: BRACED_TEXT | BRACED_APOSTROPHE | ESCAPE | SINGLE_QUOTED | DOLLAR | BAD | quoted | expansion;

arithmeticPiece: ARITHMETIC_TEXT | DOLLAR | BAD | quoted | expansion;
