package dev.drydock.shellcheck;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Predefined;
import dev.drydock.model.build.ShellScript;
import dev.drydock.model.build.Step;
import dev.drydock.model.build.VariableNames;
import dev.drydock.source.MappedText;
import dev.drydock.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A shell script of a Dockerfile as ShellCheck gets it: below a line that names the shell, and lines that set the
/// variables of the build.
///
/// @param body the script in the Dockerfile
/// @param text what ShellCheck reads: the lines before it, and the script
/// @param before how many lines stand before the script
record CheckedScript(BuildFile file, MappedText body, String text, int before) {

    /// The scripts of a file: the shell-form `RUN`s, those of `ONBUILD` among them, and heredocs for a shell.
    static List<CheckedScript> of(BuildFile file) {
        List<CheckedScript> scripts = new ArrayList<>();
        for (Step step : file.runs()) {
            ShellScript read = step.script();
            String shell = read == null ? null : shell(step, read);
            if (read != null && shell != null && !read.text().text().isBlank()) {
                scripts.add(script(step, read.text(), shell));
            }
        }
        return scripts;
    }

    private static CheckedScript script(Step step, MappedText body, String shell) {
        var text = new StringBuilder("#!/bin/").append(shell).append('\n');
        int before = 1;
        for (String name : VariableNames.inScript(step)) {
            // Hardly a script uses a proxy, and each line more is one more to read.
            if (isName(name) && (!Predefined.isProxy(name) || body.text().contains(name))) {
                text.append("export ").append(name).append("=1\n");
                before++;
            }
        }
        text.append(body.text()).append('\n');
        return new CheckedScript(step.stage().file(), body, text.toString(), before);
    }

    /// The shell that reads the script, as ShellCheck calls it; null where ShellCheck does not know its language.
    private static @Nullable String shell(Step step, ShellScript read) {
        String name = read.shell().name();
        return switch (name) {
            case "sh" -> step.stage().shellIsBash() ? "bash" : "sh";
            case "bash", "dash", "ksh" -> name;
            case "ash", "busybox" -> "dash";
            case "mksh" -> "ksh";
            case String _ -> null;
        };
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /// Where in the Dockerfile a remark is; null where it is about the lines before the script.
    @Nullable
    Span place(Remark remark) {
        if (remark.line() <= before) {
            return null;
        }
        int start = offset(remark.line() - before, remark.column());
        int end = Math.max(start, offset(remark.endLine() - before, remark.endColumn()));
        return body.slice(start, end).span();
    }

    /// Where in the script a line and column are; ShellCheck counts characters, and a tab as one.
    private int offset(int line, int column) {
        String script = body.text();
        int at = 0;
        for (int i = 1; i < line; i++) {
            int newline = script.indexOf('\n', at);
            if (newline < 0) {
                return script.length();
            }
            at = newline + 1;
        }
        for (int i = 1; i < column && at < script.length() && script.charAt(at) != '\n'; i++) {
            at += Character.charCount(script.codePointAt(at));
        }
        return at;
    }
}
