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
        /// An archive at a URL.
        URL,
        /// A repository of a version control system; its version is the branch, tag or commit.
        REPOSITORY,
        /// A group or pattern that stands for several packages.
        GROUP
    }

    /// Whether a version is asked for, even if it is not known which.
    public boolean isVersioned() {
        return !version.is("");
    }

    /// Whether the name itself may end in a version, as those of RPMs do: `tomcat-9.0`.
    boolean mayEndInVersion() {
        int dash = name.lastIndexOf('-');
        return dash > 0
                && dash + 1 < name.length()
                && Character.isDigit(name.charAt(dash + 1))
                && (name.indexOf('.', dash) > 0 || name.indexOf(':', dash) > 0);
    }

    public Span span() {
        return argument.span();
    }
}
