package dev.drydock.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A snapshot of a project in memory. Directories are those that the files' paths name.
public final class MemoryTree implements Tree {

    private final TreeMap<String, byte[]> files = new TreeMap<>();

    /// A tree of these files.
    ///
    /// @param files contents by path
    public MemoryTree(Map<String, String> files) {
        files.forEach((path, text) -> this.files.put(path, text.getBytes(StandardCharsets.UTF_8)));
    }

    /// A tree of these files.
    ///
    /// @param files contents by path
    public static MemoryTree ofBytes(Map<String, byte[]> files) {
        var tree = new MemoryTree(Map.of());
        files.forEach((path, bytes) -> tree.files.put(path, bytes.clone()));
        return tree;
    }

    @Override
    public Kind kind(String path) {
        if (files.containsKey(path)) {
            return Kind.FILE;
        }
        if (path.isEmpty()) {
            return Kind.DIRECTORY;
        }
        String prefix = path + "/";
        String next = files.ceilingKey(prefix);
        return next != null && next.startsWith(prefix) ? Kind.DIRECTORY : Kind.MISSING;
    }

    @Override
    public List<String> names(String directory) {
        String prefix = directory.isEmpty() ? "" : directory + "/";
        var names = new ArrayList<String>();
        for (String path = files.ceilingKey(prefix); path != null && path.startsWith(prefix); ) {
            int slash = path.indexOf('/', prefix.length());
            String name = path.substring(prefix.length(), slash < 0 ? path.length() : slash);
            names.add(name);
            // '0' follows '/': skips all that lies below the name.
            path = slash < 0 ? files.higherKey(path) : files.ceilingKey(prefix + name + '0');
        }
        names.sort(null);
        return List.copyOf(names);
    }

    @Override
    public byte[] read(String path) throws IOException {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            throw new IOException("no such file");
        }
        return bytes.clone();
    }

    /// A file that must be there, as a source.
    @Override
    public Source source(String path) {
        try {
            return Source.of(path, read(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
