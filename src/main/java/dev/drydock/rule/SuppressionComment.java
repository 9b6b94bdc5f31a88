package dev.drydock.rule;

import dev.drydock.source.Span;
import java.util.List;

/// A comment that silences rules, and what came of it.
///
/// @param span the whole comment
/// @param foreign whether it is written for another tool, which may need it
/// @param names what it names; empty where it is for all rules
public record SuppressionComment(Span span, boolean foreign, List<Name> names) {

    /// A name in the comment.
    ///
    /// @param text as it is written
    /// @param hint for an unknown name the end of a message that suggests another; may be empty
    public record Name(String text, Span span, State state, String hint) {}

    /// What came of a name.
    public enum State {
        /// It silenced a finding.
        USED,
        /// Its rule ran and found nothing there.
        UNUSED,
        /// Its rule did not run, so nobody knows.
        OFF,
        /// No rule is called so.
        UNKNOWN
    }

    public SuppressionComment {
        names = List.copyOf(names);
    }
}
