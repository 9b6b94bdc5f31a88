package dev.drydock.syntax.shell;

/// The shell a script is written for.
public enum Dialect {
    /// `/bin/sh`: dash, busybox ash and the like.
    POSIX,
    /// bash, and others that have its additions.
    BASH
}
