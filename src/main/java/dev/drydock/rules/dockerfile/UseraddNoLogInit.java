package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Argument;
import dev.drydock.model.command.Command;
import dev.drydock.model.command.UserCreation;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;
import dev.drydock.source.Span;

/// `useradd` with a high number, for which it makes a log of that many entries.
public final class UseraddNoLogInit implements Rule.OnDockerfile {

    /// From this length on, a number makes the files worth mentioning.
    private static final int DIGITS = 6;

    @Override
    public void check(BuildFile file, Report report) {
        for (Step step : file.runs()) {
            for (Command command : step.commands()) {
                if (command.name().equals("useradd")) {
                    check(file, command, report);
                }
            }
        }
    }

    private static void check(BuildFile file, Command command, Report report) {
        UserCreation creation = UserCreation.of(command);
        Argument id = creation == null ? null : creation.id();
        if (creation == null || id == null || !isHigh(id.value()) || creation.has('l', "--no-log-init")) {
            return;
        }
        Span name = command.executable().span();
        var draft = report.at(
                file.source(),
                id.span(),
                "useradd makes lastlog and faillog as long as this number, and the layer stores them; add -l");
        if (file.source().text().startsWith("useradd ", name.start())) {
            draft.fix(Fix.safe("add -l", file.source(), Edit.insert(name.end(), " -l")));
        }
    }

    private static boolean isHigh(String id) {
        if (id.length() < DIGITS) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            if (!Character.isDigit(id.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
