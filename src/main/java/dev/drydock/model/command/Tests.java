package dev.drydock.model.command;

import dev.drydock.syntax.shell.Statement;
import org.jspecify.annotations.Nullable;

/// Statements that are there for their exit status.
final class Tests {

    private Tests() {}

    /// Whether a test in the list that fails makes the whole script fail: all is joined by `&&`, and nothing
    /// follows.
    static boolean isGuard(Statement.AndOr list, @Nullable Statement last) {
        // By place: comparing records starts the machinery behind their `equals`, which costs milliseconds.
        if (last == null
                || list.span().start() != last.span().start()
                || list.span().end() != last.span().end()) {
            return false;
        }
        for (Statement.Link link : list.links()) {
            if (!link.onSuccess()) {
                return false;
            }
        }
        return true;
    }

    /// Whether what follows the statement by `&&` runs whatever was before: `… || true`.
    static boolean alwaysSucceeds(Statement statement) {
        return statement instanceof Statement.SimpleCommand command
                && !command.words().isEmpty()
                && switch (command.words().getFirst().text().or("")) {
                    case "true", ":", "echo" -> true;
                    default -> false;
                };
    }

    /// Whether a statement is there for its exit status: what follows it by `&&` need not run.
    static boolean isTest(Statement statement) {
        return switch (statement) {
            case Statement.Test _, Statement.ArithmeticCommand _ -> true;
            case Statement.Pipeline pipeline ->
                pipeline.negated() || isTest(pipeline.stages().getLast());
            case Statement.SimpleCommand command ->
                !command.words().isEmpty()
                        && switch (command.words().getFirst().text().or("")) {
                            case "[", "test", "grep", "which", "type", "false", "diff", "cmp", "getent", "id" -> true;
                            case "command" ->
                                command.words().size() > 1
                                        && command.words().get(1).is("-v");
                            default -> false;
                        };
            default -> false;
        };
    }
}
