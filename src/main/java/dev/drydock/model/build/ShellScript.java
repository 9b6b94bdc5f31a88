package dev.drydock.model.build;

import dev.drydock.model.command.NestedScript;
import dev.drydock.model.command.RunScript;
import dev.drydock.source.MappedText;
import dev.drydock.source.Problem;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.shell.Dialect;
import dev.drydock.syntax.shell.Script;
import dev.drydock.syntax.shell.ShellReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a shell reads at a `RUN`.
///
/// @param step where it is read
/// @param text its lines joined, or the heredoc's body
/// @param shell the shell that reads it: that of the stage, or the one after `#!`
/// @param script the text, read
public record ShellScript(Step step, MappedText text, ShellSetting shell, Script script) {

    /// The script of a `RUN`, null where none is read by a shell of the family of `sh`.
    static @Nullable ShellScript of(Step step, Instruction.Run run) {
        MappedText text = RunScript.of(step.stage().file().source(), run);
        if (text == null) {
            return null;
        }
        String interpreter = RunScript.interpreter(run);
        ShellSetting shell = interpreter.isEmpty() ? step.shell() : new ShellSetting(List.of(interpreter), null);
        boolean unknownBase = step.stage().rootImage() == null;
        if (!shell.isPosix() || isForWindows(text.text()) || (unknownBase && namesDrive(text.text()))) {
            return null;
        }
        return new ShellScript(step, text, shell, ShellReader.read(text, shell.dialect()));
    }

    /// What its shell, or one that it starts, would not accept: of each script the first fault. Nothing where
    /// that is not certain, and nothing of a template.
    public List<Problem> problems() {
        List<Problem> found = new ArrayList<>();
        if (isTemplate()) {
            return found;
        }
        add(shell.name(), script, found);
        for (NestedScript nested : step.commands().nested()) {
            add(nested.shell().isEmpty() ? shell.name() : nested.shell(), nested.script(), found);
        }
        return found;
    }

    private void add(String name, Script read, List<Problem> found) {
        boolean certain = switch (name) {
            case "sh", "bash", "dash", "ash", "busybox" -> true;
            // zsh and ksh have a syntax of their own.
            case String _ -> false;
        };
        if (!certain) {
            return;
        }
        Problem problem = !read.bashisms().isEmpty() && isDash(name) ? read.firstProblemInDash() : read.firstProblem();
        if (problem != null) {
            found.add(problem);
        }
    }

    private boolean isDash(String name) {
        return name.equals("dash") || (name.equals("sh") && ImageShell.isDash(step));
    }

    /// Whether it may make another shell `sh`.
    boolean mayReplaceShell() {
        String script = text.text();
        return script.contains("dash")
                || (script.contains("bin/sh")
                        && (script.contains("ln ") || script.contains("mv ") || script.contains("cp ")));
    }

    /// Whether another program fills places of the script before Docker sees it.
    private boolean isTemplate() {
        String script = text.text();
        return script.contains("{{") || script.contains("{%") || script.contains("<%");
    }

    /// Whether a path of Windows stands in the text, as in `C:\tools`.
    private static boolean namesDrive(String text) {
        int at = text.indexOf(":\\");
        return at > 0
                && Character.isLetter(text.charAt(at - 1))
                && (at == 1 || !Character.isLetterOrDigit(text.charAt(at - 2)));
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
