// A word in which Docker itself (not a shell) expands variables: ENV values, COPY sources, FROM references …
// The escape character is always \ here; the reader swaps it where the file chose the backquote.
lexer grammar ExpansionLexer;

tokens { TEXT, ESCAPED, VARIABLE, OPEN, QUOTE }

U_ESCAPED  : '\\' .          -> type(ESCAPED);
SINGLE     : '\'' ~'\''* '\''?;
U_QUOTE    : '"'             -> type(QUOTE), pushMode(QUOTED);
U_VARIABLE : '$' Name        -> type(VARIABLE);
U_OPEN     : '${' Name       -> type(OPEN), pushMode(BRACED);
U_TEXT     : ~[\\'"$]+       -> type(TEXT);
U_OTHER    : [\\$]           -> type(TEXT);

fragment Name : [A-Za-z_] [A-Za-z0-9_]* | [0-9]+ | [@*#?$!\-];

mode QUOTED;
Q_QUOTE    : '"'             -> type(QUOTE), popMode;
Q_ESCAPED  : '\\' ["$\\]     -> type(ESCAPED);
Q_VARIABLE : '$' Name        -> type(VARIABLE);
Q_OPEN     : '${' Name       -> type(OPEN), pushMode(BRACED);
Q_TEXT     : ~[\\"$]+        -> type(TEXT);
Q_OTHER    : [\\$]           -> type(TEXT);

mode BRACED;
CLOSE      : '}'             -> popMode;
OPERATOR   : (':' [\-+?] | [\-+?] | '##' | '#' | '%%' | '%' | '//' | '/') -> mode(OPERAND);
BAD        : .               -> mode(OPERAND);

// What follows the operator, up to the brace that closes it; quotes and variables count in it too.
mode OPERAND;
O_CLOSE    : '}'             -> type(CLOSE), popMode;
O_ESCAPED  : '\\' .          -> type(ESCAPED);
O_SINGLE   : '\'' ~'\''* '\''? -> type(SINGLE);
O_QUOTE    : '"'             -> type(QUOTE), pushMode(QUOTED);
O_VARIABLE : '$' Name        -> type(VARIABLE);
O_OPEN     : '${' Name       -> type(OPEN), pushMode(BRACED);
O_TEXT     : ~[\\'"$}]+      -> type(TEXT);
O_OTHER    : [\\$]           -> type(TEXT);
