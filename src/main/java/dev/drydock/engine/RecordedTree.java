package dev.drydock.engine;

import dev.drydock.source.Limits;
import dev.drydock.source.Source;
import dev.drydock.source.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// A tree that remembers what it was asked and what it said: all that a result can have come from, but for the
/// configuration and Drydock itself. Safe to ask from several threads.
final class RecordedTree implements Tree {

    /// What was asked.
    enum Asked {
        KIND,
        LINK,
        NAMES,
        READ
    }

    /// One question.
    record Question(Asked asked, String path) implements Comparable<Question> {
        @Override
        public int compareTo(Question other) {
            int byPath = path.compareTo(other.path);
            return byPath != 0 ? byPath : asked.compareTo(other.asked);
        }
    }

    /// A listing and its digest: a directory of many Dockerfiles is listed for each of them.
    record Listing(List<String> names, String digest) {}

    /// Shorter listings are digested anew.
    private static final int WORTH_KEEPING = 50;

    private final Tree tree;
    private final Map<String, Listing> listings;
    private final Map<Question, String> answers = new ConcurrentHashMap<>();
    private final Map<String, Source> sources = new ConcurrentHashMap<>();
    private volatile boolean steady = true;

    /// @param listings of the same tree, shared between all that record it
    RecordedTree(Tree tree, Map<String, Listing> listings) {
        this.tree = tree;
        this.listings = listings;
    }

    /// What was asked until now, with what tells one answer from another.
    Map<Question, String> answers() {
        return new TreeMap<>(answers);
    }

    /// Whether no question got two answers.
    boolean isSteady() {
        return steady;
    }

    /// What tells the answer to a question from others, without counting as asked.
    String answer(Question question) {
        String known = answers.get(question);
        if (known != null) {
            return known;
        }
        String path = question.path();
        return switch (question.asked()) {
            case KIND -> tree.kind(path).name();
            case LINK -> String.valueOf(tree.isLink(path));
            case NAMES -> digest(path, tree.names(path));
            case READ -> {
                try {
                    yield digest(tree.read(path));
                } catch (IOException e) {
                    yield failure(e);
                }
            }
        };
    }

    @Override
    public Kind kind(String path) {
        Kind kind = tree.kind(path);
        note(Asked.KIND, path, kind.name());
        return kind;
    }

    @Override
    public boolean isLink(String path) {
        boolean link = tree.isLink(path);
        note(Asked.LINK, path, String.valueOf(link));
        return link;
    }

    @Override
    public List<String> names(String directory) {
        List<String> names = tree.names(directory);
        note(Asked.NAMES, directory, digest(directory, names));
        return names;
    }

    @Override
    public byte[] read(String path) throws IOException {
        try {
            byte[] bytes = tree.read(path);
            note(Asked.READ, path, digest(bytes));
            return bytes;
        } catch (IOException e) {
            note(Asked.READ, path, failure(e));
            throw e;
        }
    }

    @Override
    public Source source(String path) throws IOException {
        Source known = sources.get(path);
        if (known == null) {
            known = Tree.super.source(path);
            sources.put(path, known);
        }
        return known;
    }

    @Override
    public Limits limits() {
        return tree.limits();
    }

    private void note(Asked asked, String path, String answer) {
        String before = answers.putIfAbsent(new Question(asked, path), answer);
        if (before != null && !before.equals(answer)) {
            steady = false;
        }
    }

    private String digest(String directory, List<String> names) {
        if (names.size() < WORTH_KEEPING) {
            return digest(names);
        }
        Listing known = listings.get(directory);
        if (known == null || !known.names().equals(names)) {
            known = new Listing(names, digest(names));
            listings.put(directory, known);
        }
        return known.digest();
    }

    private static String failure(IOException e) {
        return "!" + e.getMessage();
    }

    /// The SHA-256 of texts, each with its length before it.
    static String digest(List<String> texts) {
        MessageDigest digest = sha256();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            for (int shift = 24; shift >= 0; shift -= 8) {
                digest.update((byte) (bytes.length >> shift));
            }
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
