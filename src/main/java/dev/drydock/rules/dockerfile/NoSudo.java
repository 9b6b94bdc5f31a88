package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Command;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// `sudo` in a `RUN`.
public final class NoSudo implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Step step : file.runs()) {
            for (Command command : step.commands()) {
                if (command.name().equals("sudo")) {
                    report.at(
                            file.source(),
                            command.executable().span(),
                            "sudo has no terminal and no use in a build; switch the user with USER, or use gosu or su-exec");
                }
            }
        }
    }
}
