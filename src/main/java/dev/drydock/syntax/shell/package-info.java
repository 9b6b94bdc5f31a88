/// Shell scripts as immutable records.
///
/// [ShellReader] reads the joined body of a `RUN`, the body of its heredoc, or the string of a nested `sh -c` into
/// a [Script] of [Statement]s made of [Word]s. What it cannot read for certain is a [Statement.Unknown], never a
/// guess.
@NullMarked
package dev.drydock.syntax.shell;

import org.jspecify.annotations.NullMarked;
