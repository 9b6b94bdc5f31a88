package dev.drydock.engine;

import dev.drydock.source.Source;
import dev.drydock.source.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What parts of projects came to in earlier runs, in a directory that several runs may share. An entry counts only
/// where everything that was asked of the project's files then has the same answer now. What is broken or cannot be
/// read or written is not there: a cache is no reason to fail.
public final class ResultCache {

    /// No result of a real project comes near.
    private static final int MOST = 16 << 20;

    private final Path directory;
    private final List<String> identity;
    private final Map<String, RecordedTree.Listing> listings = new ConcurrentHashMap<>();

    /// A cache for one run over one project.
    ///
    /// @param directory is there, and nothing but entries is in it
    /// @param identity all besides the project's files that may change a result: which Drydock it is, and how it is
    ///     configured
    public ResultCache(Path directory, List<String> identity) {
        this.directory = directory;
        this.identity = List.copyOf(identity);
    }

    /// The project's tree, as a part is to see it whose result is kept.
    RecordedTree recorded(Tree tree) {
        return new RecordedTree(tree, listings);
    }

    /// What an entry is called.
    ///
    /// @param lists which part of the project it is
    /// @param contents the files whose content is a part of the name, so that an entry does not make place for
    ///     another with each change
    String key(RecordedTree tree, List<List<String>> lists, List<String> contents) {
        var parts = new ArrayList<String>();
        parts.add(RecordedTree.digest(identity));
        parts.add(String.valueOf(lists.size()));
        for (List<String> list : lists) {
            parts.add(RecordedTree.digest(list));
        }
        for (String path : contents) {
            parts.add(content(tree, path));
        }
        return RecordedTree.digest(parts);
    }

    private static String content(RecordedTree tree, String path) {
        try {
            // Not only asked for: who judges the file will read it, and needs it but once.
            Source source = tree.source(path);
            return tree.answer(new RecordedTree.Question(RecordedTree.Asked.READ, source.path()));
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /// What was kept under a name and still holds; null where there is nothing.
    @Nullable
    Kept find(String key, RecordedTree tree) {
        Path file = directory.resolve(key);
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isRegularFile() || attributes.size() > MOST) {
                return null;
            }
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                return EntryReader.read(in.readNBytes(MOST), tree);
            }
        } catch (IOException | RuntimeException _) {
            // Whoever made it may have made edits that cross each other, or worse.
            return null;
        }
    }

    /// Keeps what a part came to.
    ///
    /// @param tree what it was asked
    void keep(String key, RecordedTree tree, Kept kept) {
        if (!tree.isSteady()) {
            return;
        }
        Path beside = directory.resolve(key + "." + Long.toHexString(System.nanoTime()) + ".new");
        try {
            byte[] entry = EntryWriter.written(tree, kept);
            if (entry.length > MOST) {
                return;
            }
            try {
                Files.write(beside, entry, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                Files.move(beside, directory.resolve(key), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException _) {
                // The disk is full, or something else stands there; the next run judges again.
                Files.deleteIfExists(beside);
            }
        } catch (IOException _) {
            // Something of it cannot be kept.
        }
    }
}
