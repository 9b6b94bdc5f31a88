package dev.drydock.cli;

import dev.drydock.source.Limits;
import dev.drydock.source.Tree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A tree in which one file has the text that an editor holds, whether or not it is saved.
final class StandardInput implements Tree {

    private final Tree tree;
    private final String path;
    private final byte[] bytes;

    StandardInput(Tree tree, String path, byte[] bytes) {
        this.tree = tree;
        this.path = path;
        this.bytes = bytes.clone();
    }

    @Override
    public Kind kind(String asked) {
        return asked.equals(path) ? Kind.FILE : tree.kind(asked);
    }

    @Override
    public boolean isLink(String asked) {
        return !asked.equals(path) && tree.isLink(asked);
    }

    @Override
    public Limits limits() {
        return tree.limits();
    }

    @Override
    public List<String> names(String directory) {
        List<String> names = tree.names(directory);
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        if (!directory.equals(slash < 0 ? "" : path.substring(0, slash)) || names.contains(name)) {
            return names;
        }
        var more = new ArrayList<>(names);
        more.add(name);
        more.sort(null);
        return List.copyOf(more);
    }

    @Override
    public byte[] read(String asked) throws IOException {
        return asked.equals(path) ? bytes.clone() : tree.read(asked);
    }
}
