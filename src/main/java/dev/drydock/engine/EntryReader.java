package dev.drydock.engine;

import dev.drydock.engine.RecordedTree.Asked;
import dev.drydock.engine.RecordedTree.Question;
import dev.drydock.engine.Suppressions.Name;
import dev.drydock.engine.Suppressions.Suppression;
import dev.drydock.rule.Finding;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Severity;
import dev.drydock.source.Edit;
import dev.drydock.source.Place;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.source.Tree;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what [EntryWriter] has written, or somebody who can write there, too: nothing is believed.
final class EntryReader {

    private static final int DIGEST = 32;
    private static final List<Asked> ASKED = List.of(Asked.values());
    private static final List<Severity> LEVELS = List.of(Severity.values());
    private static final List<Fix.Safety> SAFETIES = List.of(Fix.Safety.values());

    private final RecordedTree tree;
    private final DataInputStream in;

    private EntryReader(RecordedTree tree, DataInputStream in) {
        this.tree = tree;
        this.in = in;
    }

    /// One thing of a list.
    @FunctionalInterface
    private interface Item<T> {
        T read() throws IOException;
    }

    /// What was kept; null where the tree says anything else than it did.
    ///
    /// @throws IOException where it is no entry, or points to what is not there
    static @Nullable Kept read(byte[] bytes, RecordedTree tree) throws IOException {
        int start = EntryWriter.HEAD.length + DIGEST;
        if (bytes.length < start || !Arrays.equals(bytes, 0, EntryWriter.HEAD.length, EntryWriter.HEAD, 0, 8)) {
            throw new IOException("no entry");
        }
        byte[] rest = Arrays.copyOfRange(bytes, start, bytes.length);
        byte[] digest = RecordedTree.sha256().digest(rest);
        if (!Arrays.equals(bytes, EntryWriter.HEAD.length, start, digest, 0, DIGEST)) {
            throw new IOException("a broken entry");
        }
        return new EntryReader(tree, new DataInputStream(new ByteArrayInputStream(rest))).read();
    }

    private @Nullable Kept read() throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            var question = new Question(oneOf(ASKED), path());
            if (!tree.answer(question).equals(in.readUTF())) {
                return null;
            }
        }
        return new Kept(list(() -> list(this::path)), list(this::comments), list(this::finding));
    }

    private <T> List<T> list(Item<T> item) throws IOException {
        // Not made as large as it says: each item takes some bytes, and there may be none.
        var list = new ArrayList<T>();
        for (int left = in.readInt(); left > 0; left--) {
            list.add(item.read());
        }
        return list;
    }

    private Suppressions comments() throws IOException {
        Source source = source();
        return Suppressions.of(source, list(() -> suppression(source)));
    }

    private Suppression suppression(Source source) throws IOException {
        List<Name> names = list(() -> new Name(in.readUTF(), span(source)));
        var asked = Set.copyOf(list(in::readUTF));
        return new Suppression(names, asked, span(source), span(source), in.readUTF(), in.readBoolean());
    }

    private Finding finding() throws IOException {
        String rule = in.readUTF();
        Severity level = oneOf(LEVELS);
        Place place = place();
        String message = in.readUTF();
        List<Finding.Step> related = list(this::step);
        List<Finding.Step> flow = list(this::step);
        Optional<Fix> fix = in.readBoolean() ? Optional.of(fix()) : Optional.empty();
        String code = in.readUTF();
        return new Finding(rule, level, place, message, related, flow, fix, code, list(() -> span(place.source())));
    }

    private Finding.Step step() throws IOException {
        return new Finding.Step(place(), in.readUTF());
    }

    private Fix fix() throws IOException {
        return new Fix(in.readUTF(), oneOf(SAFETIES), list(this::change));
    }

    private Fix.Change change() throws IOException {
        Source source = source();
        return new Fix.Change(source, list(() -> new Edit(span(source), in.readUTF())));
    }

    private Place place() throws IOException {
        Source source = source();
        return new Place(source, span(source));
    }

    private Source source() throws IOException {
        return tree.source(path());
    }

    private String path() throws IOException {
        String path = in.readUTF();
        if (!path.equals(Tree.resolve("", path))) {
            throw new IOException("a path that leads elsewhere");
        }
        return path;
    }

    private Span span(Source source) throws IOException {
        int start = in.readInt();
        int end = in.readInt();
        if (start < 0 || end < start || end > source.text().length()) {
            throw new IOException("a place outside of the text");
        }
        return new Span(start, end);
    }

    private <T extends Enum<T>> T oneOf(List<T> all) throws IOException {
        String name = in.readUTF();
        for (T each : all) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        throw new IOException("nothing of that name");
    }
}
