package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.ComposeFile;
import dev.drydock.model.compose.schema.SchemaCheck;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.syntax.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/// A `version` at the top of a Compose file, which Compose tells people to remove.
public final class ObsoleteVersion implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (ComposeFile file : workspace.compose().files()) {
            for (int i = 0; i < file.fragments().size(); i++) {
                boolean foreign = SchemaCheck.isForeign(file.fragments().get(i).root());
                if (!foreign && file.yaml().documents().get(i) instanceof YamlNode.Mapping root) {
                    check(file.source(), root, report);
                }
            }
        }
    }

    private static void check(Source source, YamlNode.Mapping root, Report report) {
        for (YamlNode.Entry entry : root.entries()) {
            if (entry.key().value().equals("version")) {
                Report.Draft draft = report.at(
                        source, entry.span(), "\"version\" has no effect, and Compose warns of it; remove it");
                Span line = line(source, root, entry);
                if (line != null) {
                    draft.fix(Fix.safe("remove the line", source, Edit.delete(line)));
                }
            }
        }
    }

    /// The line of the entry, with the blank lines behind it where nothing is before it; null where something else
    /// stands on it, or where nothing would be left.
    private static @Nullable Span line(Source source, YamlNode.Mapping root, YamlNode.Entry entry) {
        int line = source.line(entry.span().start());
        Span span = source.lineSpan(line);
        boolean alone = source.text(span).strip().equals(source.text(entry.span()));
        boolean plain = entry.value().properties().anchor() == null && entry.value() instanceof YamlNode.Scalar;
        if (!alone || !plain || root.flow() || root.entries().size() == 1 || line == source.lineCount()) {
            return null;
        }
        int next = line + 1;
        boolean open = line == 1 || isBlank(source, line - 1);
        while (open && next < source.lineCount() && isBlank(source, next)) {
            next++;
        }
        return new Span(source.lineStart(line), source.lineStart(next));
    }

    private static boolean isBlank(Source source, int line) {
        return source.text(source.lineSpan(line)).isBlank();
    }
}
