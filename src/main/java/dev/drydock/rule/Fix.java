package dev.drydock.rule;

import dev.drydock.source.Edit;
import dev.drydock.source.Source;
import java.util.List;

/// Edits that make a finding go away.
///
/// @param title what the edits do, as a short imperative
/// @param safety whether the meaning is certain to stay
/// @param changes the edits, file by file
public record Fix(String title, Safety safety, List<Change> changes) {

    /// Whether a fix may be applied without a person looking at it.
    public enum Safety {
        SAFE,
        UNSAFE
    }

    /// Edits of one file, non-overlapping and in ascending order.
    public record Change(Source source, List<Edit> edits) {
        public Change {
            edits = List.copyOf(edits);
        }
    }

    public Fix {
        changes = List.copyOf(changes);
    }

    /// A fix of one file after which the file means the same.
    public static Fix safe(String title, Source source, Edit... edits) {
        return new Fix(title, Safety.SAFE, List.of(new Change(source, List.of(edits))));
    }

    /// A fix of one file that a person should read before taking it.
    public static Fix unsafe(String title, Source source, Edit... edits) {
        return new Fix(title, Safety.UNSAFE, List.of(new Change(source, List.of(edits))));
    }
}
