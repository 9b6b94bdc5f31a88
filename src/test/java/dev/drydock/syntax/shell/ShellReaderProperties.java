package dev.drydock.syntax.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.source.Problem;
import dev.drydock.source.Span;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever the text, reading it ends well and every span lies inside the one above it.
class ShellReaderProperties {

    @Property(tries = 3000)
    void anyTextIsRead(@ForAll("scripts") String text) {
        check(text);
    }

    @Property(tries = 500)
    void anyCharactersAreRead(@ForAll String text) {
        check(text);
    }

    @Provide
    Arbitrary<String> scripts() {
        return Arbitraries.of(
                        "a",
                        "b ",
                        " ",
                        "\n",
                        ";",
                        "&&",
                        "||",
                        "|",
                        "&",
                        "(",
                        ")",
                        "{ ",
                        "} ",
                        "if ",
                        "then ",
                        "else ",
                        "fi ",
                        "for x in ",
                        "do ",
                        "done ",
                        "case x in ",
                        "esac",
                        ";;",
                        "'",
                        "\"",
                        "`",
                        "$(",
                        "${x",
                        ":-",
                        "}",
                        "$((",
                        "))",
                        "((",
                        "\\",
                        "\\\n",
                        "#",
                        "<<E",
                        "<<-'E'\n",
                        "\nE\n",
                        ">",
                        "2>&1",
                        "[[ ",
                        " ]]",
                        "x=",
                        "x=(",
                        "*",
                        "~",
                        "$'",
                        "!",
                        "while ",
                        "f() ",
                        "function ",
                        "😀",
                        "é",
                        "\r\n",
                        "time ",
                        "@(",
                        "$x")
                .list()
                .ofMaxSize(30)
                .map(pieces -> String.join("", pieces));
    }

    private static void check(String text) {
        for (Dialect dialect : Dialect.values()) {
            Script script = Dump.read(text, dialect);
            Span whole = new Span(0, text.length());
            assertThat(script.span()).isEqualTo(whole);
            statements(script.statements(), whole);
            for (Problem problem : script.problems()) {
                inside(problem.span(), whole);
            }
            // The dump goes through everything.
            assertThat(Dump.statements(script.statements())).isNotNull();
        }
    }

    private static void inside(Span inner, Span outer) {
        assertThat(outer.start() <= inner.start() && inner.end() <= outer.end())
                .as("%s inside %s", inner, outer)
                .isTrue();
    }

    private static void statements(List<Statement> statements, Span outer) {
        for (Statement statement : statements) {
            statement(statement, outer);
        }
    }

    private static void statement(Statement statement, Span outer) {
        Span span = statement.span();
        inside(span, outer);
        switch (statement) {
            case Statement.SimpleCommand command -> {
                words(command.words(), span);
                command.assignments().forEach(assignment -> {
                    inside(assignment.span(), span);
                    words(List.of(assignment.value()), assignment.span());
                });
                redirections(command.redirections(), span);
            }
            case Statement.Pipeline pipeline -> statements(pipeline.stages(), span);
            case Statement.AndOr list -> {
                statement(list.first(), span);
                list.links().forEach(link -> statement(link.statement(), span));
            }
            case Statement.Background background -> statement(background.body(), span);
            case Statement.Group group -> statements(group.body(), span);
            case Statement.Subshell subshell -> statements(subshell.body(), span);
            case Statement.If condition -> {
                condition.branches().forEach(branch -> {
                    statements(branch.condition(), span);
                    statements(branch.body(), span);
                });
                statements(condition.otherwise(), span);
            }
            case Statement.Loop loop -> {
                statements(loop.condition(), span);
                statements(loop.body(), span);
            }
            case Statement.For loop -> {
                words(loop.words(), span);
                statements(loop.body(), span);
            }
            case Statement.Case selection -> {
                words(List.of(selection.subject()), span);
                selection.items().forEach(item -> {
                    words(item.patterns(), span);
                    statements(item.body(), span);
                });
            }
            case Statement.Function function -> statement(function.body(), span);
            case Statement.Redirected redirected -> {
                statement(redirected.body(), span);
                redirections(redirected.redirections(), span);
            }
            case Statement.Test test -> words(test.words(), span);
            case Statement.ArithmeticCommand arithmetic -> parts(arithmetic.parts(), span);
            case Statement.Unknown _ -> {}
        }
    }

    private static void redirections(List<Redirection> redirections, Span outer) {
        for (Redirection redirection : redirections) {
            inside(redirection.span(), outer);
            words(List.of(redirection.target()), redirection.span());
        }
    }

    private static void words(List<Word> words, Span outer) {
        for (Word word : words) {
            inside(word.span(), outer);
            parts(word.parts(), word.span());
        }
    }

    private static void parts(List<WordPart> parts, Span outer) {
        for (WordPart part : parts) {
            inside(part.span(), outer);
            switch (part) {
                case WordPart.DoubleQuoted quoted -> parts(quoted.parts(), part.span());
                case WordPart.Arithmetic arithmetic -> parts(arithmetic.parts(), part.span());
                case WordPart.Array array -> words(array.elements(), part.span());
                case WordPart.CommandSubstitution substitution ->
                    statements(substitution.script().statements(), part.span());
                case WordPart.ProcessSubstitution substitution ->
                    statements(substitution.script().statements(), part.span());
                case WordPart.Parameter parameter -> {
                    if (parameter.operand() != null) {
                        words(List.of(parameter.operand()), part.span());
                    }
                }
                case WordPart.Literal _,
                        WordPart.Escaped _,
                        WordPart.SingleQuoted _,
                        WordPart.AnsiQuoted _,
                        WordPart.Glob _,
                        WordPart.Tilde _,
                        WordPart.Braces _ -> {}
            }
        }
    }
}
