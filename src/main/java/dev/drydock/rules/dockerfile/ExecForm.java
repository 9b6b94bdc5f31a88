package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;
import dev.drydock.source.MappedText;
import dev.drydock.source.Problem;
import dev.drydock.source.Span;
import dev.drydock.syntax.dockerfile.CommandLine;
import dev.drydock.syntax.dockerfile.Instruction;
import org.jspecify.annotations.Nullable;

/// `CMD` or `ENTRYPOINT` in shell form.
public final class ExecForm implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            for (Step step : stage.steps()) {
                CommandLine command = switch (step.instruction()) {
                    case Instruction.Cmd cmd -> cmd.command();
                    case Instruction.Entrypoint entrypoint -> entrypoint.command();
                    default -> null;
                };
                // A SHELL that was chosen on purpose is meant to be used.
                if (command instanceof CommandLine.Shell(MappedText text)
                        && !text.isEmpty()
                        && step.shell().set() == null
                        && !isBrokenJson(file, text.span())) {
                    report(file, step, text, report);
                }
            }
        }
    }

    /// Something meant as JSON is reported as that and no more.
    private static boolean isBrokenJson(BuildFile file, Span span) {
        return file.problems(Problem.Kind.INVALID_EXEC_FORM).stream()
                .anyMatch(problem -> problem.span().equals(span));
    }

    private static void report(BuildFile file, Step step, MappedText text, Report report) {
        var draft = report.at(
                file.source(),
                text.span(),
                step.instruction().keyword()
                        + " in shell form: a shell is process 1 and keeps signals from the program; write a JSON array");
        String json = json(text.text());
        if (json != null) {
            draft.fix(Fix.unsafe("write a JSON array", file.source(), new Edit(text.span(), json)));
        }
    }

    /// The words as a JSON array, null where a shell would do more with them than split them.
    private static @Nullable String json(String text) {
        var json = new StringBuilder("[\"");
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == ' ' || character == '\t') {
                blank = true;
            } else if (Character.isLetterOrDigit(character) || "_./:=@%+,-".indexOf(character) >= 0) {
                json.append(blank ? "\", \"" : "").append(character);
                blank = false;
            } else {
                return null;
            }
        }
        // A word before the command that sets a variable needs the shell.
        int space = text.indexOf(' ');
        boolean assignment = text.indexOf('=') >= 0 && (space < 0 || text.indexOf('=') < space);
        return assignment ? null : json.append("\"]").toString();
    }
}
