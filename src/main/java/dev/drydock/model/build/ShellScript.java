package dev.drydock.model.build;

import dev.drydock.model.command.RunScript;
import dev.drydock.source.MappedText;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.shell.Dialect;
import dev.drydock.syntax.shell.Script;
import dev.drydock.syntax.shell.ShellReader;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a shell reads at a `RUN`.
///
/// @param text its lines joined, or the heredoc's body
/// @param shell the shell that reads it: that of the stage, or the one after `#!`
/// @param script the text, read
public record ShellScript(MappedText text, ShellSetting shell, Script script) {

    /// The script of a `RUN`, null where none is read by a shell of the family of `sh`.
    static @Nullable ShellScript of(Step step, Instruction.Run run) {
        MappedText text = RunScript.of(step.stage().file().source(), run);
        if (text == null) {
            return null;
        }
        String interpreter = RunScript.interpreter(run);
        ShellSetting shell = interpreter.isEmpty() ? step.shell() : new ShellSetting(List.of(interpreter), null);
        if (!shell.isPosix() || isForWindows(text.text())) {
            return null;
        }
        return new ShellScript(text, shell, ShellReader.read(text, shell.dialect()));
    }

    /// The language it is in.
    public Dialect dialect() {
        return shell.dialect();
    }

    /// Whether a text calls a shell that only Windows has: where its base image does not tell, that does.
    private static boolean isForWindows(String text) {
        String start = text.stripLeading();
        int blank = 0;
        while (blank < start.length() && start.charAt(blank) > ' ') {
            blank++;
        }
        return switch (start.substring(0, blank).toLowerCase(Locale.ROOT)) {
            case "powershell", "powershell.exe", "cmd", "cmd.exe", "@powershell" -> true;
            case String _ -> false;
        };
    }
}
