// See ExpansionLexer: literals, quotes and variable references with their modifiers, nested as deep as they are.
// What is never closed ends with the word, and nowhere else: so every decision is made by one token ahead.
parser grammar ExpansionParser;

options { tokenVocab = ExpansionLexer; }

word
    : part* EOF
    ;

part
    : TEXT
    | ESCAPED
    | SINGLE
    | QUOTE inner* (QUOTE | EOF)
    | variable
    ;

inner
    : TEXT
    | ESCAPED
    | variable
    ;

variable
    : VARIABLE
    | OPEN ((OPERATOR | BAD) operand*)? (CLOSE | EOF)
    ;

operand
    : TEXT
    | ESCAPED
    | SINGLE
    | QUOTE inner* (QUOTE | EOF)
    | variable
    ;
