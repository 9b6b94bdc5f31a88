package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Command;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import org.jspecify.annotations.Nullable;

/// Both `curl` and `wget` in what becomes one image.
public final class OneDownloader implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            Command curl = null;
            Command wget = null;
            for (Stage each : stage.lineage().reversed()) {
                for (Step step : each.steps()) {
                    boolean said = each != stage;
                    for (Command command : step.commands()) {
                        boolean isCurl = command.name().equals("curl");
                        if (!isCurl && !command.name().equals("wget")) {
                            continue;
                        }
                        Command other = isCurl ? wget : curl;
                        if (other != null && !said) {
                            check(file, command, other, report);
                            said = true;
                        }
                        curl = isCurl ? first(curl, command) : curl;
                        wget = isCurl ? wget : first(wget, command);
                    }
                }
            }
        }
    }

    private static void check(BuildFile file, Command command, Command other, Report report) {
        report.at(
                        file.source(),
                        command.executable().span(),
                        "the image uses " + other.name() + " too; use one of them, and install one")
                .related(file.source(), other.executable().span(), other.name() + " is used here");
    }

    private static Command first(@Nullable Command known, Command command) {
        return known == null ? command : known;
    }
}
