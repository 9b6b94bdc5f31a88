package dev.drydock.model.command;

import dev.drydock.syntax.shell.Script;

/// A script that a command hands to a shell.
///
/// @param shell the shell's name
public record NestedScript(String shell, Script script) {}
