/// Asks ShellCheck, where it is installed, about the shell scripts in Dockerfiles: [ShellScript] is a script as
/// ShellCheck gets it, [ShellCheck] runs the program on many at once, [ResultCache] keeps what it said.
@NullMarked
package dev.drydock.shellcheck;

import org.jspecify.annotations.NullMarked;
