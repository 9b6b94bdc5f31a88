package dev.drydock.engine;

import dev.drydock.source.Limits;
import dev.drydock.source.Tree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A directory on disk. Nothing outside of it is looked at, through symbolic links neither; what is no regular file
/// is never opened.
public final class DiskTree implements Tree {

    /// What programs write, such as a lock file, may be larger than what people write.
    private static final long MAX_SIZE = 16L << 20;

    /// So many names are kept of what was listed last: a directory is asked about for each Dockerfile in it, and
    /// hardly again.
    private static final int MOST_KEPT = 20_000;

    private final Path root;
    private final Limits limits;
    private final Map<String, List<String>> listings = new ConcurrentHashMap<>();
    /// How many names the listings hold.
    private final AtomicInteger listed = new AtomicInteger();
    /// For each directory asked about, whether it is reached without a symbolic link.
    private final Map<String, Boolean> plain = new ConcurrentHashMap<>();

    /// The tree below a directory.
    ///
    /// @throws IOException where there is no such directory
    public DiskTree(Path root) throws IOException {
        this(root, Limits.DEFAULT);
    }

    /// The tree below a directory, of which no more is taken in than the limits allow.
    ///
    /// @throws IOException where there is no such directory
    DiskTree(Path root, Limits limits) throws IOException {
        this.root = root.toRealPath();
        this.limits = limits;
    }

    @Override
    public Limits limits() {
        return limits;
    }

    public Path root() {
        return root;
    }

    /// The path in this tree of a file on disk that lies in it.
    public String relative(Path path) {
        var text = new StringBuilder();
        for (Path part : root.relativize(path)) {
            if (!part.toString().isEmpty()) {
                text.append(text.isEmpty() ? "" : "/").append(part);
            }
        }
        return text.toString();
    }

    @Override
    public Kind kind(String path) {
        Path file = isUnlisted(path) ? null : file(path);
        if (file == null) {
            return Kind.MISSING;
        }
        try {
            if (isPlain(Tree.directory(path))) {
                var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (!attributes.isSymbolicLink()) {
                    return kind(attributes);
                }
            }
            Path real = file.toRealPath();
            Path directory = file.getParent();
            boolean circle = directory != null && directory.toRealPath().startsWith(real);
            if (!real.startsWith(root) || circle) {
                return Kind.OTHER;
            }
            return kind(Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException _) {
            return Kind.MISSING;
        } catch (IOException _) {
            // A link that runs in a circle, a directory that may not be entered.
            return Kind.OTHER;
        }
    }

    /// Whether its directory has been listed and has no such name: most of what is asked about is not there.
    private boolean isUnlisted(String path) {
        List<String> names = path.isEmpty() ? null : listings.get(Tree.directory(path));
        return names != null
                && !names.isEmpty()
                && Collections.binarySearch(names, path.substring(path.lastIndexOf('/') + 1)) < 0;
    }

    private static Kind kind(BasicFileAttributes attributes) {
        return attributes.isRegularFile() ? Kind.FILE : attributes.isDirectory() ? Kind.DIRECTORY : Kind.OTHER;
    }

    @Override
    public boolean isLink(String path) {
        Path file = file(path);
        return file != null && Files.isSymbolicLink(file);
    }

    private boolean isPlain(String directory) {
        if (directory.isEmpty()) {
            return true;
        }
        Boolean known = plain.get(directory);
        if (known == null) {
            known = isPlain(Tree.directory(directory)) && !isLink(directory);
            if (plain.size() > MOST_KEPT) {
                plain.clear();
            }
            plain.put(directory, known);
        }
        return known;
    }

    @Override
    public List<String> names(String directory) {
        List<String> known = listings.get(directory);
        if (known == null) {
            known = list(directory);
            if (listed.addAndGet(known.size() + 1) > MOST_KEPT) {
                listings.clear();
                listed.set(known.size() + 1);
            }
            listings.put(directory, known);
        }
        return known;
    }

    private List<String> list(String directory) {
        Path file = file(directory);
        if (file == null || kind(directory) != Kind.DIRECTORY) {
            return List.of();
        }
        String[] names = file.toFile().list();
        if (names == null) {
            return List.of();
        }
        Arrays.sort(names);
        return List.of(names);
    }

    @Override
    public byte[] read(String path) throws IOException {
        Path file = file(path);
        switch (kind(path)) {
            case MISSING -> throw new IOException("no such file");
            case DIRECTORY -> throw new IOException("is a directory");
            case OTHER -> throw new IOException("is no regular file inside of the project");
            case FILE -> {
                if (file == null) {
                    throw new IOException("no such file");
                }
                try (SeekableByteChannel in = Files.newByteChannel(file)) {
                    byte[] bytes = bytes(in, (int) Math.max(MAX_SIZE, limits.fileSize()));
                    if (bytes != null) {
                        return bytes;
                    }
                } catch (AccessDeniedException e) {
                    throw new IOException("permission denied", e);
                } catch (NoSuchFileException e) {
                    throw new IOException("no such file", e);
                }
                throw new IOException(limits.tooLarge());
            }
        }
        throw new IOException("no such file");
    }

    /// All bytes; null where there are more than so many. What a file says of its size may be wrong a moment later,
    /// and under `/proc` always is.
    private static byte @Nullable [] bytes(SeekableByteChannel in, int most) throws IOException {
        if (in.size() > most) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) in.size() + 1);
        while (in.read(bytes) >= 0) {
            if (bytes.position() > most) {
                return null;
            }
            if (!bytes.hasRemaining()) {
                bytes = ByteBuffer.allocate(bytes.capacity() * 2).put(bytes.flip());
            }
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private @Nullable Path file(String path) {
        try {
            return path.isEmpty() ? root : root.resolve(path);
        } catch (InvalidPathException _) {
            return null;
        }
    }
}
