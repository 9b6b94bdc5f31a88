package dev.drydock.engine;

import dev.drydock.rule.Outcome.Fault;
import dev.drydock.source.Tree;
import java.util.List;
import java.util.Set;

/// What a run looks at.
///
/// @param tree where the files are
/// @param dockerfiles paths of the Dockerfiles in it
/// @param composeFiles paths of the Compose files in it
/// @param reported the files whose findings are reported, a part of the above: when a hook passes single files, the
///     others are still read, because files are judged together
/// @param faults what of it could not be looked through
public record Project(
        Tree tree, List<String> dockerfiles, List<String> composeFiles, Set<String> reported, List<Fault> faults) {

    /// A project that was looked through.
    public Project(Tree tree, List<String> dockerfiles, List<String> composeFiles, Set<String> reported) {
        this(tree, dockerfiles, composeFiles, reported, List.of());
    }

    public Project {
        dockerfiles = List.copyOf(dockerfiles);
        composeFiles = List.copyOf(composeFiles);
        reported = Set.copyOf(reported);
        faults = List.copyOf(faults);
    }

    /// The same files, asked for through another tree.
    Project in(Tree other) {
        return new Project(other, dockerfiles, composeFiles, reported, faults);
    }
}
