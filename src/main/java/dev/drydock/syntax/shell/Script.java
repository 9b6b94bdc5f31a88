package dev.drydock.syntax.shell;

import dev.drydock.source.Problem;
import dev.drydock.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A shell script: what runs, in order.
///
/// @param statements the lists' members, `;` and newlines being no more than ends of statements
/// @param problems what no shell would accept
/// @param bashisms in a script for `sh`, what `dash` would not accept, but other shells that are called `sh` may
/// @param comments the places of the comments, in order
/// @param span the whole text
public record Script(
        List<Statement> statements, List<Problem> problems, List<Problem> bashisms, List<Span> comments, Span span) {
    public Script {
        bashisms = List.copyOf(bashisms);
        comments = List.copyOf(comments);
        statements = List.copyOf(statements);
        problems = List.copyOf(problems);
    }

    /// The script of a substitution: its faults and comments are those of the script around it.
    static Script inner(List<Statement> statements, Span span) {
        return new Script(statements, List.of(), List.of(), List.of(), span);
    }

    /// The problem that stands first: the shell says no more, and what follows may be no more than its consequence.
    public @Nullable Problem firstProblem() {
        return first(problems, null);
    }

    /// As [#firstProblem()], where `sh` is `dash`.
    public @Nullable Problem firstProblemInDash() {
        return first(bashisms, firstProblem());
    }

    private static @Nullable Problem first(List<Problem> problems, @Nullable Problem first) {
        for (Problem problem : problems) {
            if (first == null || problem.span().start() < first.span().start()) {
                first = problem;
            }
        }
        return first;
    }
}
