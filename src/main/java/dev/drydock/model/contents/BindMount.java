package dev.drydock.model.contents;

import dev.drydock.model.build.Step;
import dev.drydock.model.command.Command;
import dev.drydock.source.Edit;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns a `COPY --from` whose files the next `RUN` uses and removes into a bind mount of that `RUN`.
public final class BindMount {

    private BindMount() {}

    /// The edits; none where more would have to change than the copy, the mount and the removal.
    public static List<Edit> instead(Step step, Command removal, Addition addition) {
        if (!(addition.transfer() instanceof Instruction.Copy copy)
                || copy.from() == null
                || copy.sources().size() != 1
                || copy.head().flags().size() != 1
                || step.stage() != addition.step().stage()
                || step.index() != addition.step().index() + 1
                || removal.arguments().stream().filter(each -> !each.isOption()).count() != 1) {
            return List.of();
        }
        Source source = step.stage().file().source();
        Span removed = withAnd(source.text(), removal.span());
        if (removed == null) {
            return List.of();
        }
        Word from = copy.from();
        Span keyword = step.instruction().head().keywordSpan();
        String mount = " --mount=type=bind,from=" + from.text() + ",source="
                + copy.sources().getFirst().text() + ",target=" + addition.path();
        int lineEnd = source.text().indexOf('\n', copy.span().end());
        return List.of(
                Edit.delete(new Span(copy.span().start(), lineEnd + 1)),
                Edit.insert(keyword.end(), mount),
                Edit.delete(removed));
    }

    /// The command with the `&&` before it and the continuation between; null where it is not the last of an `&&`
    /// list.
    private static @Nullable Span withAnd(String text, Span command) {
        int at = command.start();
        while (at > 0 && " \t\n\r\\".indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        int end = command.end();
        if (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            return null;
        }
        if (at < 2 || text.charAt(at - 1) != '&' || text.charAt(at - 2) != '&') {
            return null;
        }
        at -= 2;
        while (at > 0 && " \t\n\r\\".indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        return new Span(at, end);
    }
}
