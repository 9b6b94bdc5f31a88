package dev.drydock.model.command;

import dev.drydock.source.MappedText;
import dev.drydock.source.Source;
import dev.drydock.syntax.dockerfile.CommandLine;
import dev.drydock.syntax.dockerfile.Heredoc;
import dev.drydock.syntax.dockerfile.Instruction;
import org.jspecify.annotations.Nullable;

/// What a shell gets to read from a `RUN`: its command line, or the body of its heredoc.
public final class RunScript {

    private RunScript() {}

    /// The script of a shell-form `RUN`. Null for the exec form, and where a heredoc is for another program: it
    /// starts with `#!` and no shell's name.
    public static @Nullable MappedText of(Source source, Instruction.Run run) {
        if (!(run.command() instanceof CommandLine.Shell(MappedText line))) {
            return null;
        }
        if (run.heredocs().isEmpty()) {
            return line;
        }
        Heredoc first = run.heredocs().getFirst();
        if (isOnlyOpener(line, first)) {
            return interpreter(first.body().text()).isEmpty()
                            || isShell(interpreter(first.body().text()))
                    ? first.body()
                    : null;
        }
        MappedText.Builder script = new MappedText.Builder().append(line);
        for (Heredoc heredoc : run.heredocs()) {
            MappedText body = heredoc.body();
            int before = Math.max(0, body.origin(0) - 1);
            script.append('\n', before, 1).append(body);
            if (!body.isEmpty() && body.text().charAt(body.length() - 1) != '\n') {
                continue;
            }
            script.append(
                    source.text(),
                    heredoc.terminator().start(),
                    heredoc.terminator().end());
        }
        return script.build(run.span().end());
    }

    /// The interpreter's name after `#!`, of the script that a heredoc is; empty where there is none.
    public static String interpreter(Instruction.Run run) {
        if (run.heredocs().size() == 1
                && run.command() instanceof CommandLine.Shell(MappedText line)
                && isOnlyOpener(line, run.heredocs().getFirst())) {
            return interpreter(run.heredocs().getFirst().body().text());
        }
        return "";
    }

    private static boolean isOnlyOpener(MappedText line, Heredoc heredoc) {
        return line.text().strip().length() == heredoc.opener().length()
                && line.span().contains(heredoc.opener());
    }

    private static boolean isShell(String interpreter) {
        return switch (interpreter) {
            case "sh", "bash", "dash", "ash", "ksh", "zsh" -> true;
            default -> false;
        };
    }

    private static String interpreter(String script) {
        if (!script.startsWith("#!")) {
            return "";
        }
        int end = script.indexOf('\n');
        String line = script.substring(2, end < 0 ? script.length() : end).strip();
        int slash = line.lastIndexOf('/');
        String name = line.substring(slash + 1);
        if (name.startsWith("env ")) {
            name = name.substring(4).strip();
        }
        int blank = name.indexOf(' ');
        return blank < 0 ? name : name.substring(0, blank);
    }
}
