/// The command line: what was asked, what it is run in, where reports go, and the exit code.
@NullMarked
package dev.drydock.cli;

import org.jspecify.annotations.NullMarked;
