package dev.drydock.engine;

import dev.drydock.engine.RecordedTree.Question;
import dev.drydock.engine.Suppressions.Name;
import dev.drydock.engine.Suppressions.Suppression;
import dev.drydock.rule.Finding;
import dev.drydock.rule.Fix;
import dev.drydock.source.Edit;
import dev.drydock.source.Place;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.source.Tree;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Writes what is kept, for [EntryReader] to read: a head, then the questions with their answers, then the result.
final class EntryWriter {

    /// What an entry begins with; ends with the number of the format.
    static final byte[] HEAD = {'d', 'r', 'y', 'd', 'o', 'c', 'k', 1};

    private final RecordedTree tree;
    private final DataOutputStream out;

    private EntryWriter(RecordedTree tree, DataOutputStream out) {
        this.tree = tree;
        this.out = out;
    }

    /// An entry.
    ///
    /// @throws IOException where something of it cannot be written, such as a place in no file, or a text that is
    ///     very long
    static byte[] written(RecordedTree tree, Kept kept) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new EntryWriter(tree, new DataOutputStream(bytes)).write(kept);
        return framed(bytes.toByteArray());
    }

    /// What stands behind the head and the digest, with both.
    static byte[] framed(byte[] rest) {
        var whole = new ByteArrayOutputStream(rest.length + 40);
        whole.writeBytes(HEAD);
        whole.writeBytes(RecordedTree.sha256().digest(rest));
        whole.writeBytes(rest);
        return whole.toByteArray();
    }

    private void write(Kept kept) throws IOException {
        Map<Question, String> answers = tree.answers();
        out.writeInt(answers.size());
        for (Map.Entry<Question, String> each : answers.entrySet()) {
            Question question = each.getKey();
            if (!question.path().equals(Tree.resolve("", question.path()))) {
                throw new IOException("no path that is asked about again");
            }
            out.writeUTF(question.asked().name());
            out.writeUTF(question.path());
            out.writeUTF(each.getValue());
        }
        out.writeInt(kept.groups().size());
        for (List<String> group : kept.groups()) {
            texts(group);
        }
        out.writeInt(kept.comments().size());
        for (Suppressions each : kept.comments()) {
            source(each.source());
            out.writeInt(each.suppressions().size());
            for (Suppression suppression : each.suppressions()) {
                write(suppression);
            }
        }
        out.writeInt(kept.findings().size());
        for (Finding finding : kept.findings()) {
            write(finding);
        }
    }

    private void write(Suppression suppression) throws IOException {
        out.writeInt(suppression.names().size());
        for (Name name : suppression.names()) {
            out.writeUTF(name.text());
            span(name.span());
        }
        texts(List.copyOf(suppression.asked()));
        span(suppression.scope());
        span(suppression.comment());
        out.writeUTF(suppression.reason());
        out.writeBoolean(suppression.foreign());
    }

    private void write(Finding finding) throws IOException {
        out.writeUTF(finding.rule());
        out.writeUTF(finding.level().name());
        place(finding.place());
        out.writeUTF(finding.message());
        steps(finding.related());
        steps(finding.flow());
        out.writeBoolean(finding.fix().isPresent());
        if (finding.fix().isPresent()) {
            write(finding.fix().get());
        }
        out.writeUTF(finding.code());
        out.writeInt(finding.secrets().size());
        for (Span secret : finding.secrets()) {
            span(secret);
        }
    }

    private void write(Fix fix) throws IOException {
        out.writeUTF(fix.title());
        out.writeUTF(fix.safety().name());
        out.writeInt(fix.changes().size());
        for (Fix.Change change : fix.changes()) {
            source(change.source());
            out.writeInt(change.edits().size());
            for (Edit edit : change.edits()) {
                span(edit.span());
                out.writeUTF(edit.replacement());
            }
        }
    }

    private void steps(List<Finding.Step> steps) throws IOException {
        out.writeInt(steps.size());
        for (Finding.Step step : steps) {
            place(step.place());
            out.writeUTF(step.message());
        }
    }

    private void texts(List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    private void place(Place place) throws IOException {
        source(place.source());
        span(place.span());
    }

    /// A file by its path, from which the same comes again: not a text that is in no file.
    private void source(Source source) throws IOException {
        Source again = tree.source(source.path());
        if (!again.equals(source)
                && (!again.text().equals(source.text())
                        || again.byteOrderMark() != source.byteOrderMark()
                        || again.firstInvalid() != source.firstInvalid())) {
            throw new IOException("no text of a file");
        }
        out.writeUTF(source.path());
    }

    private void span(Span span) throws IOException {
        out.writeInt(span.start());
        out.writeInt(span.end());
    }
}
