/// What a `RUN` does: the commands that run, flat and in order, and what those that matter mean.
///
/// [Commands] reads a script's statements, lists, pipes, control structures, functions, wrappers such as `sudo` and
/// nested shells such as `sh -c` into [Command]s. [PackageOperation], [Download], [Removal] and [FileWrite] say
/// what a command means; what package managers and development tools there are is in `data/`.
@NullMarked
package dev.drydock.model.command;

import org.jspecify.annotations.NullMarked;
