/// The ANTLR grammars of `grammar/`, generated, and the stream that feeds them. Only readers in the packages beside
/// this one touch it; what they return are records of their own.
@NullMarked
package dev.drydock.syntax.grammar;

import org.jspecify.annotations.NullMarked;
