// One Dockerfile instruction, after its lines were joined: no newline, no comment and no continuation is left in it.
// What follows the keyword is read in the way that BuildKit reads it for that keyword, so each keyword chooses a mode.
// Where the file says `# escape=`` the reader swaps backquote and backslash on the way in: here the escape is always \.
lexer grammar DockerfileLexer;

options { caseInsensitive = true; }

tokens { FLAG, END_OF_FLAGS, WORD, BODY }

ADD         : 'ADD'         -> mode(WORD_FLAGS);
COPY        : 'COPY'        -> mode(WORD_FLAGS);
EXPOSE      : 'EXPOSE'      -> mode(WORD_FLAGS);
FROM        : 'FROM'        -> mode(WORD_FLAGS);
VOLUME      : 'VOLUME'      -> mode(WORD_FLAGS);
ARG         : 'ARG'         -> mode(PAIR_FLAGS);
ENV         : 'ENV'         -> mode(PAIR_FLAGS);
LABEL       : 'LABEL'       -> mode(PAIR_FLAGS);
CMD         : 'CMD'         -> mode(BODY_FLAGS);
ENTRYPOINT  : 'ENTRYPOINT'  -> mode(BODY_FLAGS);
HEALTHCHECK : 'HEALTHCHECK' -> mode(CHECK_FLAGS);
MAINTAINER  : 'MAINTAINER'  -> mode(BODY_FLAGS);
ONBUILD     : 'ONBUILD'     -> mode(TRIGGER);
RUN         : 'RUN'         -> mode(BODY_FLAGS);
SHELL       : 'SHELL'       -> mode(BODY_FLAGS);
STOPSIGNAL  : 'STOPSIGNAL'  -> mode(BODY_FLAGS);
USER        : 'USER'        -> mode(BODY_FLAGS);
WORKDIR     : 'WORKDIR'     -> mode(BODY_FLAGS);
UNKNOWN     : Visible+      -> mode(BODIES);
BLANK       : Space+        -> skip;

fragment Space   : [ \t\u000B\f\r\n];
fragment Visible : ~[ \t\u000B\f\r\n];
fragment Single  : '\'' ~'\''* ('\'' | EOF);
fragment Double  : '"' ('\\' . | ~["\\])* ('"' | '\\'? EOF);
fragment Flag    : '--' ('\\' . | Single | Double | ~[ \t\u000B\f\r\n\\'"] | '\\' EOF)+;

// After ONBUILD: its flags, of which there are none, then an instruction
mode TRIGGER;
T_FLAG        : Flag          -> type(FLAG);
T_ADD         : 'ADD'         -> type(ADD), mode(WORD_FLAGS);
T_COPY        : 'COPY'        -> type(COPY), mode(WORD_FLAGS);
T_EXPOSE      : 'EXPOSE'      -> type(EXPOSE), mode(WORD_FLAGS);
T_FROM        : 'FROM'        -> type(FROM), mode(WORD_FLAGS);
T_VOLUME      : 'VOLUME'      -> type(VOLUME), mode(WORD_FLAGS);
T_ARG         : 'ARG'         -> type(ARG), mode(PAIR_FLAGS);
T_ENV         : 'ENV'         -> type(ENV), mode(PAIR_FLAGS);
T_LABEL       : 'LABEL'       -> type(LABEL), mode(PAIR_FLAGS);
T_CMD         : 'CMD'         -> type(CMD), mode(BODY_FLAGS);
T_ENTRYPOINT  : 'ENTRYPOINT'  -> type(ENTRYPOINT), mode(BODY_FLAGS);
T_HEALTHCHECK : 'HEALTHCHECK' -> type(HEALTHCHECK), mode(CHECK_FLAGS);
T_MAINTAINER  : 'MAINTAINER'  -> type(MAINTAINER), mode(BODY_FLAGS);
T_ONBUILD     : 'ONBUILD'     -> type(ONBUILD), mode(BODIES);
T_RUN         : 'RUN'         -> type(RUN), mode(BODY_FLAGS);
T_SHELL       : 'SHELL'       -> type(SHELL), mode(BODY_FLAGS);
T_STOPSIGNAL  : 'STOPSIGNAL'  -> type(STOPSIGNAL), mode(BODY_FLAGS);
T_USER        : 'USER'        -> type(USER), mode(BODY_FLAGS);
T_WORKDIR     : 'WORKDIR'     -> type(WORKDIR), mode(BODY_FLAGS);
T_UNKNOWN     : Visible+      -> type(UNKNOWN), mode(BODIES);
T_BLANK       : Space+        -> skip;

// Words between white space, nothing quoted: COPY, FROM, EXPOSE …
mode WORD_FLAGS;
WF_FLAG  : Flag     -> type(FLAG);
WF_END   : '--'     -> type(END_OF_FLAGS), mode(WORDS);
WF_WORD  : (~[ \t\u000B\f\r\n\-] | '-' ~[ \t\u000B\f\r\n\-]) Visible* -> type(WORD), mode(WORDS);
WF_DASH  : '-'      -> type(WORD), mode(WORDS);
WF_BLANK : Space+   -> skip;

mode WORDS;
W_WORD   : Visible+ -> type(WORD);
W_BLANK  : Space+   -> skip;

// Words with quotes and escapes: ENV, LABEL, ARG. A quote that is not closed reaches to the end.
mode PAIR_FLAGS;
PF_FLAG  : Flag     -> type(FLAG);
PF_END   : '--'     -> type(END_OF_FLAGS), mode(PAIRS);
PF_WORD  : (PairStart | '-' PairStart?) PairPart* -> type(WORD), mode(PAIRS);
PF_BLANK : Space+   -> skip;

fragment PairPart  : '\\' . | '\\' EOF | Single | Double | ~[ \t\u000B\f\r\n\\'"];
fragment PairStart : '\\' . | '\\' EOF | Single | Double | ~[ \t\u000B\f\r\n\\'"\-];

mode PAIRS;
P_WORD   : PairPart+ -> type(WORD);
P_BLANK  : Space+    -> skip;

// Everything to the end as it stands: RUN, CMD, WORKDIR …
mode BODY_FLAGS;
BF_FLAG  : Flag     -> type(FLAG);
BF_END   : '--'     -> type(END_OF_FLAGS), mode(BODIES);
BF_BODY  : (~[ \t\u000B\f\r\n\-] | '-' ~'-') .*? EOF -> type(BODY);
BF_DASH  : '-'      -> type(BODY);
BF_BLANK : Space+   -> skip;

mode BODIES;
B_BODY   : Visible .*? EOF -> type(BODY);
B_BLANK  : Space+   -> skip;

// HEALTHCHECK: flags, one word, then a body
mode CHECK_FLAGS;
CF_FLAG  : Flag     -> type(FLAG);
CF_END   : '--'     -> type(END_OF_FLAGS), mode(CHECK_TYPE);
CF_WORD  : (~[ \t\u000B\f\r\n\-] | '-' ~[ \t\u000B\f\r\n\-]) Visible* -> type(WORD), mode(BODIES);
CF_DASH  : '-'      -> type(WORD), mode(BODIES);
CF_BLANK : Space+   -> skip;

mode CHECK_TYPE;
C_WORD   : Visible+ -> type(WORD), mode(BODIES);
C_BLANK  : Space+   -> skip;

// The JSON form of RUN, CMD, COPY … The reader enters this mode by itself, where a body starts with a bracket.
mode JSON;
STRING   : '"' (~["\\\u0000-\u001F] | '\\' ["\\/bfnrt] | '\\u' Hex Hex Hex Hex)* '"';
NUMBER   : '-'? ('0' | [1-9] [0-9]*) ('.' [0-9]+)? ('E' [+\-]? [0-9]+)?;
LITERAL  : 'true' | 'false' | 'null';
LBRACK   : '[';
RBRACK   : ']';
LBRACE   : '{';
RBRACE   : '}';
COMMA    : ',';
COLON    : ':';
J_BLANK  : [ \t\r\n]+ -> skip;
NO_JSON  : .;
fragment Hex : [0-9A-F];
