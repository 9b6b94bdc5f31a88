package dev.drydock.engine;

import dev.drydock.rule.Finding;
import java.util.List;

/// What is kept of a part of a project that was judged without any fault.
///
/// @param groups of the part with the Compose files how the Dockerfiles are grouped; of others empty
/// @param comments of the files that have some; nothing was silenced yet
record Kept(List<List<String>> groups, List<Suppressions> comments, List<Finding> findings) {

    Kept {
        groups = List.copyOf(groups);
        comments = List.copyOf(comments);
        findings = List.copyOf(findings);
    }
}
