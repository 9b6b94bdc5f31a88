package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Command;
import dev.drydock.model.command.CommandSecrets;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A password or token that a `RUN` spells out.
public final class SecretInRun implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Step step : file.runs()) {
            for (Command command : step.commands()) {
                if (runsOthers(command)) {
                    continue;
                }
                for (CommandSecrets.Spoken secret : CommandSecrets.of(command)) {
                    report.at(
                                    file.source(),
                                    secret.span(),
                                    secret.what()
                                            + " stays in the image's history; mount it with RUN --mount=type=secret")
                            .secret(secret.span());
                }
            }
        }
    }

    /// A shell's script is looked at command by command.
    private static boolean runsOthers(Command command) {
        return switch (command.name()) {
            case "sh", "bash", "ash", "dash", "zsh", "ksh", "su", "eval" -> true;
            default -> false;
        };
    }
}
