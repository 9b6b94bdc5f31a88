package dev.drydock.rule;

import dev.drydock.source.Place;
import java.util.List;

/// What one run found: all that a report needs.
///
/// @param findings what is reported, in order
/// @param suppressed what a comment in a file silenced, in order
/// @param faults what went wrong in Drydock itself or with a file that could not be read; the rest was still linted
/// @param files the paths of the files that were linted, sorted
public record Outcome(List<Finding> findings, List<Suppressed> suppressed, List<Fault> faults, List<String> files) {

    /// A finding that a comment silenced.
    ///
    /// @param comment where the comment stands
    /// @param reason the reason that the comment gives; may be empty
    public record Suppressed(Finding finding, Place comment, String reason) {}

    /// A fault that is not the project's.
    ///
    /// @param kind whose fault it is
    /// @param where the file, and the rule where one is at fault
    /// @param message one line
    public record Fault(Kind kind, String where, String message) {
        /// Whose fault it is, and so which exit code it asks for.
        public enum Kind {
            /// A file that was named could not be read: exit 2.
            INPUT,
            /// A rule or another part of Drydock crashed: exit 3.
            INTERNAL
        }
    }

    public Outcome {
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
        faults = List.copyOf(faults);
        files = List.copyOf(files);
    }
}
