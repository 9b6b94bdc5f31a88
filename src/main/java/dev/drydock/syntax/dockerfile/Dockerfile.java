package dev.drydock.syntax.dockerfile;

import dev.drydock.source.Problem;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One Dockerfile as it is written.
///
/// @param escape the escape character, a backslash unless a directive says backquote
/// @param directives the parser directives that are in force, in order
/// @param comments every comment, in order; directives are not among them
/// @param instructions every instruction, in order, those that could not be read too
/// @param problems all that the reader could not accept, in order
public record Dockerfile(
        Source source,
        char escape,
        List<Directive> directives,
        List<Comment> comments,
        List<Instruction> instructions,
        List<Problem> problems) {

    /// A parser directive, `# name=value`.
    ///
    /// @param name lower case
    public record Directive(String name, Span nameSpan, String value, Span valueSpan, Span span) {}

    /// A comment.
    ///
    /// @param text what follows the `#`, as it stands
    /// @param span from the `#` to the end of the line
    /// @param continued whether it stands between the lines of one instruction
    public record Comment(String text, Span span, boolean continued) {}

    /// The comment in the line directly above an instruction; null where there is none. A directive is none.
    public @Nullable Comment commentAbove(Instruction instruction) {
        int start = instruction.span().start();
        int low = 0;
        int high = comments.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (comments.get(middle).span().start() < start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Comment above = low == 0 ? null : comments.get(low - 1);
        return above != null && !above.continued() && source.line(above.span().start()) + 1 == source.line(start)
                ? above
                : null;
    }

    public Dockerfile {
        directives = List.copyOf(directives);
        comments = List.copyOf(comments);
        instructions = List.copyOf(instructions);
        problems = List.copyOf(problems);
    }
}
