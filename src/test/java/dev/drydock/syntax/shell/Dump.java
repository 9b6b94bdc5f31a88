package dev.drydock.syntax.shell;

import dev.drydock.source.MappedText;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import java.util.List;

/// A script's structure as one line: `(kind …)` for statements, words by their written text in brackets.
final class Dump {

    private Dump() {}

    static Script read(String text) {
        return read(text, Dialect.BASH);
    }

    static Script read(String text, Dialect dialect) {
        return ShellReader.read(MappedText.of(Source.of("x", text), new Span(0, text.length())), dialect);
    }

    static String of(String text) {
        return statements(read(text).statements());
    }

    static String statements(List<Statement> statements) {
        StringBuilder all = new StringBuilder();
        for (Statement statement : statements) {
            all.append(all.isEmpty() ? "" : " ").append(of(statement));
        }
        return all.toString();
    }

    private static String of(Statement statement) {
        return switch (statement) {
            case Statement.SimpleCommand command -> {
                StringBuilder text = new StringBuilder();
                for (Assignment assignment : command.assignments()) {
                    text.append(assignment.name())
                            .append(assignment.appends() ? "+=" : "=")
                            .append(word(assignment.value()))
                            .append(' ');
                }
                text.append(words(command.words()));
                yield (text + redirections(command.redirections())).strip();
            }
            case Statement.Pipeline pipeline -> {
                StringBuilder text = new StringBuilder(pipeline.negated() ? "(!" : "(|");
                pipeline.stages().forEach(stage -> text.append(' ').append(of(stage)));
                yield text.append(')').toString();
            }
            case Statement.AndOr list -> {
                StringBuilder text = new StringBuilder("(").append(of(list.first()));
                list.links()
                        .forEach(link ->
                                text.append(link.onSuccess() ? " && " : " || ").append(of(link.statement())));
                yield text.append(')').toString();
            }
            case Statement.Background background -> "(& " + of(background.body()) + ")";
            case Statement.Group group -> "{" + statements(group.body()) + "}";
            case Statement.Subshell subshell -> "(sub " + statements(subshell.body()) + ")";
            case Statement.If condition -> {
                StringBuilder text = new StringBuilder("(if");
                condition
                        .branches()
                        .forEach(branch -> text.append(" (")
                                .append(statements(branch.condition()))
                                .append(" : ")
                                .append(statements(branch.body()))
                                .append(')'));
                yield text.append(condition.otherwise().isEmpty() ? "" : " else " + statements(condition.otherwise()))
                        .append(')')
                        .toString();
            }
            case Statement.Loop loop ->
                (loop.until() ? "(until " : "(while ") + statements(loop.condition()) + " : " + statements(loop.body())
                        + ")";
            case Statement.For loop ->
                "(for " + loop.name() + " " + words(loop.words()) + " : " + statements(loop.body()) + ")";
            case Statement.Case selection -> {
                StringBuilder text = new StringBuilder("(case ").append(word(selection.subject()));
                selection
                        .items()
                        .forEach(item -> text.append(" (")
                                .append(words(item.patterns()))
                                .append(" : ")
                                .append(statements(item.body()))
                                .append(')'));
                yield text.append(')').toString();
            }
            case Statement.Function function -> "(fn " + function.name() + " " + of(function.body()) + ")";
            case Statement.Test test -> "(test " + words(test.words()) + ")";
            case Statement.ArithmeticCommand _ -> "(arithmetic)";
            case Statement.Redirected redirected -> of(redirected.body()) + redirections(redirected.redirections());
            case Statement.Unknown _ -> "UNKNOWN";
        };
    }

    private static String redirections(List<Redirection> redirections) {
        StringBuilder text = new StringBuilder();
        for (Redirection redirection : redirections) {
            text.append(' ')
                    .append(redirection.descriptor())
                    .append(redirection.operator())
                    .append(word(redirection.target()));
            Redirection.Document document = redirection.document();
            if (document != null) {
                text.append(document.expands() ? "" : "'")
                        .append("<")
                        .append(document.text())
                        .append(">");
            }
        }
        return text.toString();
    }

    static String words(List<Word> words) {
        StringBuilder text = new StringBuilder();
        for (Word word : words) {
            text.append(text.isEmpty() ? "" : " ").append(word(word));
        }
        return text.toString();
    }

    static String word(Word word) {
        StringBuilder text = new StringBuilder("[");
        word.parts().forEach(part -> text.append(part(part)));
        return text.append(']').toString();
    }

    private static String part(WordPart part) {
        return switch (part) {
            case WordPart.Literal literal -> literal.text();
            case WordPart.Escaped escaped -> "\\" + escaped.content();
            case WordPart.SingleQuoted quoted -> "'" + quoted.content() + "'";
            case WordPart.AnsiQuoted quoted -> "$'" + quoted.content() + "'";
            case WordPart.DoubleQuoted quoted -> {
                StringBuilder text = new StringBuilder("\"");
                quoted.parts().forEach(inner -> text.append(part(inner)));
                yield text.append('"').toString();
            }
            case WordPart.Glob glob -> "<" + glob.written() + ">";
            case WordPart.Tilde tilde -> "<" + tilde.written() + ">";
            case WordPart.Braces braces -> "<" + braces.written() + ">";
            case WordPart.Parameter parameter -> {
                Word operand = parameter.operand();
                yield "${" + parameter.name()
                        + (parameter.operator().isEmpty() ? "" : " " + parameter.operator())
                        + (operand == null ? "" : " " + word(operand))
                        + "}";
            }
            case WordPart.CommandSubstitution substitution ->
                "$(" + statements(substitution.script().statements()) + ")";
            case WordPart.ProcessSubstitution substitution ->
                "<(" + statements(substitution.script().statements()) + ")";
            case WordPart.Arithmetic _ -> "$((…))";
            case WordPart.Array array -> "(" + words(array.elements()) + ")";
        };
    }
}
