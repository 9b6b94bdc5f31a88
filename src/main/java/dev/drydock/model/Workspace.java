package dev.drydock.model;

import dev.drydock.model.build.BuildFile;
import dev.drydock.source.Tree;
import java.util.List;

/// A project as one system.
public final class Workspace {

    private final Tree tree;
    private final List<BuildFile> buildFiles;

    /// A workspace of files that were read already.
    public Workspace(Tree tree, List<BuildFile> buildFiles) {
        this.tree = tree;
        this.buildFiles = List.copyOf(buildFiles);
    }

    /// The files of the project.
    public Tree tree() {
        return tree;
    }

    /// Every Dockerfile, in order of its path.
    public List<BuildFile> buildFiles() {
        return buildFiles;
    }
}
