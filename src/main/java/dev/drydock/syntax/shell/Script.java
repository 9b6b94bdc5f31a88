package dev.drydock.syntax.shell;

import dev.drydock.source.Problem;
import dev.drydock.source.Span;
import java.util.List;

/// A shell script: what runs, in order.
///
/// @param statements the lists' members, `;` and newlines being no more than ends of statements
/// @param problems what a shell would not accept
/// @param span the whole text
public record Script(List<Statement> statements, List<Problem> problems, Span span) {
    public Script {
        statements = List.copyOf(statements);
        problems = List.copyOf(problems);
    }
}
