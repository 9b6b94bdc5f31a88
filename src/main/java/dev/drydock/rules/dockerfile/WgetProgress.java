package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Argument;
import dev.drydock.model.command.Command;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;
import dev.drydock.source.Span;

/// `wget` with its progress bar in the log of a build.
public final class WgetProgress implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Step step : file.runs()) {
            for (Command command : step.commands()) {
                if (command.name().equals("wget") && !command.arguments().isEmpty() && isNoisy(command)) {
                    Span name = command.executable().span();
                    var draft = report.at(
                            file.source(),
                            name,
                            "wget fills the log with its progress bar; add --progress=dot:giga, -q or -nv");
                    if (!step.isExecForm()) {
                        Edit edit = Edit.insert(name.end(), " --progress=dot:giga");
                        draft.fix(Fix.safe("add --progress=dot:giga", file.source(), edit));
                    }
                }
            }
        }
    }

    /// Whether the progress bar goes to the log of the build.
    private static boolean isNoisy(Command command) {
        for (Argument argument : command.arguments()) {
            if (!argument.isOption()) {
                if (argument.prefix().isEmpty()) {
                    // May be an option.
                    return false;
                }
                continue;
            }
            String option = argument.prefix();
            if (option.charAt(1) != '-') {
                if (isQuiet(option)) {
                    return false;
                }
            } else if (option.startsWith("--progress")
                    || option.startsWith("--output-file")
                    || option.startsWith("--append-output")
                    || option.equals("--quiet")
                    || option.equals("--no-verbose")
                    || option.equals("--spider")
                    || option.equals("--version")
                    || option.equals("--help")) {
                return false;
            }
        }
        return true;
    }

    /// Whether a cluster of letters has one that quiets wget or sends its log elsewhere, before one that takes the
    /// rest as its value.
    private static boolean isQuiet(String option) {
        if (option.startsWith("-nv")) {
            return true;
        }
        for (int i = 1; i < option.length(); i++) {
            char letter = option.charAt(i);
            if (letter == 'q' || letter == 'o' || letter == 'a' || letter == 'b' || letter == 'V') {
                return true;
            }
            if ("OPTUteAiQl".indexOf(letter) >= 0) {
                return false;
            }
        }
        return false;
    }
}
