// One joined instruction. Every decision is made by one token ahead, so that nothing is predicted at run time.
parser grammar DockerfileParser;

options { tokenVocab = DockerfileLexer; }

instruction
    : ONBUILD FLAG* (statement | ONBUILD BODY? | ) EOF
    | statement EOF
    ;

statement
    : keyword = (ADD | COPY | EXPOSE | FROM | VOLUME | ARG | ENV | LABEL) FLAG* END_OF_FLAGS? WORD*
    | keyword = (CMD | ENTRYPOINT | MAINTAINER | RUN | SHELL | STOPSIGNAL | USER | WORKDIR) FLAG* END_OF_FLAGS? BODY?
    | keyword = HEALTHCHECK FLAG* END_OF_FLAGS? (WORD BODY?)?
    | keyword = UNKNOWN BODY?
    ;

// ["executable", "argument"]; the reader asks whether all values are strings.
jsonForm
    : LBRACK (jsonValue (COMMA jsonValue)*)? RBRACK EOF
    ;

jsonValue
    : STRING
    | NUMBER
    | LITERAL
    | LBRACK (jsonValue (COMMA jsonValue)*)? RBRACK
    | LBRACE (STRING COLON jsonValue (COMMA STRING COLON jsonValue)*)? RBRACE
    ;
