package dev.drydock.model.command;

import dev.drydock.source.Span;
import dev.drydock.source.Text;

/// A package as a command names it.
///
/// @param name without version, extras or architecture; for a path or URL the whole
/// @param version the wanted version with its operator, such as `=1.2`; empty where none is wanted
/// @param source what kind of name it is
/// @param argument where it is named
public record NamedPackage(String name, Text version, Source source, Argument argument) {

    /// Where a package comes from.
    public enum Source {
        /// The manager's index.
        INDEX,
        /// A file or directory.
        PATH,
        /// A URL, or a repository of a version control system.
        URL,
        /// A group or pattern that stands for several packages.
        GROUP
    }

    /// Whether a version is asked for, even if it is not known which.
    public boolean isVersioned() {
        return !version.is("");
    }

    public Span span() {
        return argument.span();
    }
}
