package dev.drydock.syntax.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.source.Problem;
import dev.drydock.source.Span;
import java.util.List;

/// Asks of a whole tree that every span lies in the text, that parts lie in their wholes, and that instructions
/// follow one another.
public final class SpansInOrder {

    private SpansInOrder() {}

    /// Asks it of a file.
    public static void check(Dockerfile file) {
        Span whole = new Span(0, file.source().text().length());
        for (Problem problem : file.problems()) {
            assertThat(whole.contains(problem.span())).as("%s", problem).isTrue();
        }
        for (var comment : file.comments()) {
            assertThat(file.source().text(comment.span())).isEqualTo("#" + comment.text());
        }
        int after = 0;
        for (Instruction instruction : file.instructions()) {
            assertThat(instruction.span().start()).isGreaterThanOrEqualTo(after);
            inside(whole, instruction.span());
            after = instruction.span().end();
            instruction(instruction);
        }
    }

    private static void instruction(Instruction instruction) {
        Span span = instruction.span();
        inside(span, instruction.head().keywordSpan());
        for (Flag flag : instruction.head().flags()) {
            inside(span, flag.span());
            inside(flag.span(), flag.nameSpan());
            if (flag.value() != null) {
                word(flag.span(), flag.value());
            }
        }
        switch (instruction) {
            case Instruction.From from -> {
                word(span, from.image());
                if (from.name() != null) {
                    word(span, from.name());
                }
            }
            case Instruction.Arg arg -> pairs(span, arg.pairs());
            case Instruction.KeyValues values -> pairs(span, values.pairs());
            case Instruction.Transfer transfer -> {
                transfer.sources().forEach(source -> word(span, source));
                word(span, transfer.destination());
                heredocs(span, transfer.heredocs());
            }
            case Instruction.Run run -> {
                command(span, run.command());
                heredocs(span, run.heredocs());
                for (Mount mount : run.mounts()) {
                    mount.options().forEach(option -> inside(mount.flag().span(), option.span()));
                }
            }
            case Instruction.Cmd cmd -> command(span, cmd.command());
            case Instruction.Entrypoint entrypoint -> command(span, entrypoint.command());
            case Instruction.Healthcheck healthcheck -> {
                if (healthcheck.command() != null) {
                    command(span, healthcheck.command());
                }
            }
            case Instruction.Shell shell -> command(span, shell.command());
            case Instruction.Expose expose -> expose.ports().forEach(port -> word(span, port));
            case Instruction.Volume volume -> volume.paths().forEach(path -> word(span, path));
            case Instruction.User user -> word(span, user.user());
            case Instruction.Workdir workdir -> word(span, workdir.path());
            case Instruction.Stopsignal signal -> word(span, signal.signal());
            case Instruction.Maintainer maintainer -> word(span, maintainer.name());
            case Instruction.Onbuild onbuild -> {
                inside(span, onbuild.trigger().span());
                instruction(onbuild.trigger());
            }
            case Instruction.Invalid _ -> {}
        }
    }

    private static void pairs(Span whole, List<Pair> pairs) {
        for (Pair pair : pairs) {
            inside(whole, pair.span());
            word(pair.span(), pair.key());
            if (pair.value() != null) {
                word(pair.span(), pair.value());
            }
        }
    }

    private static void heredocs(Span whole, List<Heredoc> heredocs) {
        for (Heredoc heredoc : heredocs) {
            inside(whole, heredoc.opener());
            inside(whole, heredoc.body().span());
            inside(whole, heredoc.terminator());
        }
    }

    private static void command(Span whole, CommandLine command) {
        inside(whole, command.span());
        if (command instanceof CommandLine.Exec exec) {
            exec.arguments().forEach(argument -> inside(command.span(), argument.span()));
        }
    }

    private static void word(Span whole, Word word) {
        inside(whole, word.span());
        for (Word.Part part : word.parts()) {
            inside(word.span(), part.span());
        }
        for (Word.Part.Variable variable : word.variables()) {
            inside(word.span(), variable.span());
            inside(variable.span(), variable.nameSpan());
        }
    }

    private static void inside(Span whole, Span part) {
        assertThat(whole.contains(part)).as("%s in %s", part, whole).isTrue();
    }
}
