package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.Base;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Command;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A link put in the place of `/bin/sh`.
public final class UseShellInstruction implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Step step : file.runs()) {
            if (step.stage().root() instanceof Base.Scratch) {
                continue;
            }
            for (Command command : step.commands()) {
                if (command.name().equals("ln")
                        && command.arguments().size() > 1
                        && command.arguments().getLast().is("/bin/sh")) {
                    report.at(
                            file.source(),
                            command.arguments().getLast().span(),
                            "replaces the shell of the whole image; choose the shell of the build with SHELL");
                }
            }
        }
    }
}
