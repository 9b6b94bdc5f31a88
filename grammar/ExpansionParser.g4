// See ExpansionLexer: literals, quotes and variable references with their modifiers, nested as deep as they are.
parser grammar ExpansionParser;

options { tokenVocab = ExpansionLexer; }

word
    : part* EOF
    ;

part
    : TEXT
    | ESCAPED
    | SINGLE
    | QUOTE inner* QUOTE?
    | variable
    ;

inner
    : TEXT
    | ESCAPED
    | variable
    ;

variable
    : VARIABLE
    | OPEN ((OPERATOR | BAD) operand*)? CLOSE?
    ;

operand
    : TEXT
    | ESCAPED
    | SINGLE
    | QUOTE inner* QUOTE?
    | variable
    ;
