package dev.drydock.syntax.shell;

import java.util.List;

/// Counts the statements of a script, those inside others too.
public final class StatementCounter {

    private int statements;
    private int unknown;

    public StatementCounter(Script script) {
        all(script.statements());
    }

    public int statements() {
        return statements;
    }

    public int unknown() {
        return unknown;
    }

    private void all(List<Statement> list) {
        for (Statement statement : list) {
            count(statement);
        }
    }

    private void count(Statement statement) {
        statements++;
        switch (statement) {
            case Statement.Unknown _ -> unknown++;
            case Statement.SimpleCommand command -> words(command.words());
            case Statement.Pipeline pipeline -> all(pipeline.stages());
            case Statement.AndOr list -> {
                count(list.first());
                for (Statement.Link link : list.links()) {
                    count(link.statement());
                }
            }
            case Statement.Background background -> count(background.body());
            case Statement.Group group -> all(group.body());
            case Statement.Subshell subshell -> all(subshell.body());
            case Statement.If condition -> {
                for (Statement.Branch branch : condition.branches()) {
                    all(branch.condition());
                    all(branch.body());
                }
                all(condition.otherwise());
            }
            case Statement.Loop loop -> {
                all(loop.condition());
                all(loop.body());
            }
            case Statement.For loop -> all(loop.body());
            case Statement.Case selection -> {
                for (Statement.Item item : selection.items()) {
                    all(item.body());
                }
            }
            case Statement.Function function -> count(function.body());
            case Statement.Redirected redirected -> count(redirected.body());
            case Statement.Test _, Statement.ArithmeticCommand _ -> {}
        }
    }

    private void words(List<Word> words) {
        for (Word word : words) {
            parts(word.parts());
        }
    }

    private void parts(List<WordPart> parts) {
        for (WordPart part : parts) {
            if (part instanceof WordPart.CommandSubstitution substitution) {
                all(substitution.script().statements());
            } else if (part instanceof WordPart.DoubleQuoted quoted) {
                parts(quoted.parts());
            }
        }
    }
}
