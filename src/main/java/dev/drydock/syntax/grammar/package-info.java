/// Where the lexers and parsers that ANTLR makes of `grammar/` live. Only the readers beside this package use them.
@NullMarked
package dev.drydock.syntax.grammar;

import org.jspecify.annotations.NullMarked;
