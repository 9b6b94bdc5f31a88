package dev.drydock.source;

/// A place in a file as people and editors count it.
///
/// @param line 1-based
/// @param column 1-based, in UTF-16 code units
public record Position(int line, int column) {}
