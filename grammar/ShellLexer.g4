/*
 * The words and operators of a POSIX shell script, with bash's additions, read from text whose lines are joined.
 *
 * What a parenthesis, a reserved word, `#` or `[[` is depends on where it stands; `ShellTokens` knows that and gives
 * such tokens their final type. Blanks are skipped: tokens that touch form one word.
 */
lexer grammar ShellLexer;

tokens {
    IF, THEN, ELIF, ELSE, FI, WHILE, UNTIL, FOR, IN, DO, DONE, CASE, ESAC, LEFT_BRACE, RIGHT_BRACE, BANG, TIME, FUNCTION,
    TEST_OPEN, TEST_CLOSE, ARRAY_OPEN, PATTERN_END, ARITHMETIC_COMMAND, COPROC
}

BLANK: [ \t\r]+ -> skip;
CONTINUATION: '\\' '\r'? '\n' -> skip;
NEWLINE: '\n';
COMMENT: '#' ~[\n]* -> channel(HIDDEN);

LITERAL: PLAIN (PLAIN | '#')*;
ESCAPE: '\\' ~[\n];
SINGLE_QUOTED: '\'' ~[']* '\'';
ANSI_QUOTED: '$\'' ('\\' . | ~['\\])* '\'';
QUOTE: '$'? '"' -> pushMode(QUOTED);
PARAMETER: '$' (NAME | [0-9@*#?$!-]);
DOLLAR: '$';
BRACED_PARAMETER: '${' BRACED_NAME -> pushMode(BRACED);
UNNAMED_PARAMETER: '${' -> type(BRACED_PARAMETER), pushMode(BRACED);
SUBSTITUTION: '$(';
ARITHMETIC: '$((';
BACKQUOTED: '`' ('\\' . | ~[`\\])* '`';
PROCESS_SUBSTITUTION: [<>] '(';

LEFT_PAREN: '(';
RIGHT_PAREN: ')';
DOUBLE_PAREN: '((';
PARENS: '(' [ \t]* ')';

REDIRECT: ([0-9]+ | '{' NAME '}')? ('<' | '>' | '>>' | '>|' | '<>' | '<&' | '>&' | '<<<') | '&>' | '&>>';
HEREDOC: [0-9]* '<<' '-'?;

AND: '&&';
OR: '||';
PIPE: '|' '&'?;
SEMICOLON: ';';
BACKGROUND: '&';
CASE_BREAK: ';;' | ';&' | ';;&';

BAD: .;

fragment PLAIN: ~[ \t\r\n;&|<>()$"'`\\#];
fragment NAME: [a-zA-Z_] [a-zA-Z0-9_]*;
fragment BRACED_NAME: [#!]? (NAME | [0-9]+ | [@*#?$!-]) ('[' ~[\]}$]* ']')?;

mode QUOTED;

QUOTED_CONTINUATION: '\\' '\r'? '\n' -> skip;
QUOTED_TEXT: ~["$`\\]+;
QUOTED_ESCAPE: '\\' [$`"\\];
QUOTED_BACKSLASH: '\\' -> type(QUOTED_TEXT);
QUOTED_PARAMETER: '$' (NAME | [0-9@*#?$!-]) -> type(PARAMETER);
QUOTED_DOLLAR: '$' -> type(DOLLAR);
QUOTED_BRACED: '${' BRACED_NAME -> type(BRACED_PARAMETER), pushMode(BRACED);
QUOTED_UNNAMED: '${' -> type(BRACED_PARAMETER), pushMode(BRACED);
QUOTED_SUBSTITUTION: '$(' -> type(SUBSTITUTION);
QUOTED_ARITHMETIC: '$((' -> type(ARITHMETIC);
QUOTED_BACKQUOTED: '`' ('\\' . | ~[`\\])* '`' -> type(BACKQUOTED);
UNQUOTE: '"' -> popMode;
QUOTED_BAD: . -> type(BAD);

mode BRACED;

BRACED_CONTINUATION: '\\' '\r'? '\n' -> skip;
BRACED_TEXT: ~[}"'$`\\]+;
BRACED_ESCAPE: '\\' ~[\n] -> type(ESCAPE);
BRACED_SINGLE_QUOTED: '\'' ~[']* '\'' -> type(SINGLE_QUOTED);
BRACED_APOSTROPHE: '\'';
BRACED_QUOTE: '"' -> type(QUOTE), pushMode(QUOTED);
BRACED_INNER_PARAMETER: '$' (NAME | [0-9@*#?$!-]) -> type(PARAMETER);
BRACED_DOLLAR: '$' -> type(DOLLAR);
BRACED_BRACED: '${' BRACED_NAME -> type(BRACED_PARAMETER), pushMode(BRACED);
BRACED_UNNAMED: '${' -> type(BRACED_PARAMETER), pushMode(BRACED);
BRACED_SUBSTITUTION: '$(' -> type(SUBSTITUTION);
BRACED_ARITHMETIC: '$((' -> type(ARITHMETIC);
BRACED_BACKQUOTED: '`' ('\\' . | ~[`\\])* '`' -> type(BACKQUOTED);
UNBRACE: '}' -> popMode;
BRACED_BAD: . -> type(BAD);

mode ARITHMETIC_MODE;

ARITHMETIC_TEXT: ~["'$`\\()]+;
ARITHMETIC_ESCAPE: '\\' . -> type(ARITHMETIC_TEXT);
ARITHMETIC_PAREN: '(' -> type(ARITHMETIC_TEXT), pushMode(ARITHMETIC_NESTED);
ARITHMETIC_END: '))' -> popMode;
ARITHMETIC_QUOTE: '"' -> type(QUOTE), pushMode(QUOTED);
ARITHMETIC_APOSTROPHE: '\'' -> type(ARITHMETIC_TEXT);
ARITHMETIC_PARAMETER: '$' (NAME | [0-9@*#?$!-]) -> type(PARAMETER);
ARITHMETIC_DOLLAR: '$' -> type(DOLLAR);
ARITHMETIC_BRACED: '${' BRACED_NAME -> type(BRACED_PARAMETER), pushMode(BRACED);
ARITHMETIC_UNNAMED: '${' -> type(BRACED_PARAMETER), pushMode(BRACED);
ARITHMETIC_SUBSTITUTION: '$(' -> type(SUBSTITUTION);
ARITHMETIC_INNER: '$((' -> type(ARITHMETIC);
ARITHMETIC_BACKQUOTED: '`' ('\\' . | ~[`\\])* '`' -> type(BACKQUOTED);
ARITHMETIC_BAD: . -> type(BAD);

mode ARITHMETIC_NESTED;

NESTED_TEXT: ~["'$`\\()]+ -> type(ARITHMETIC_TEXT);
NESTED_ESCAPE: '\\' . -> type(ARITHMETIC_TEXT);
NESTED_PAREN: '(' -> type(ARITHMETIC_TEXT), pushMode(ARITHMETIC_NESTED);
NESTED_END: ')' -> type(ARITHMETIC_TEXT), popMode;
NESTED_QUOTE: '"' -> type(QUOTE), pushMode(QUOTED);
NESTED_APOSTROPHE: '\'' -> type(ARITHMETIC_TEXT);
NESTED_PARAMETER: '$' (NAME | [0-9@*#?$!-]) -> type(PARAMETER);
NESTED_DOLLAR: '$' -> type(DOLLAR);
NESTED_BRACED: '${' BRACED_NAME -> type(BRACED_PARAMETER), pushMode(BRACED);
NESTED_UNNAMED: '${' -> type(BRACED_PARAMETER), pushMode(BRACED);
NESTED_SUBSTITUTION: '$(' -> type(SUBSTITUTION);
NESTED_ARITHMETIC: '$((' -> type(ARITHMETIC);
NESTED_BACKQUOTED: '`' ('\\' . | ~[`\\])* '`' -> type(BACKQUOTED);
NESTED_BAD: . -> type(BAD);
