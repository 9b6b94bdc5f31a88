package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.CommandLine;
import dev.drydock.model.compose.ComposeSecrets;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Setting;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A secret that is written in a Compose file.
public final class SecretInCompose implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Service service : workspace.compose().written()) {
            check(service, report);
        }
    }

    private static void check(Service service, Report report) {
        settings(service.environment(), "; keep it in a secret or in a file that Git ignores", report);
        settings(service.labels(), ", and the engine shows labels; take it away", report);
        if (service.build() != null) {
            settings(service.build().args(), ", and it stays in the image's history; use a build secret", report);
        }
        command(service.command(), report);
        command(service.entrypoint(), report);
        command(
                service.healthcheck() == null
                        ? List.of()
                        : service.healthcheck().test(),
                report);
    }

    private static void settings(List<Setting> settings, String remedy, Report report) {
        for (Setting setting : settings) {
            String what = ComposeSecrets.of(setting);
            Value value = setting.value();
            if (what != null && value != null) {
                report.at(value.place(), setting.name() + " holds " + what + " in plain text" + remedy)
                        .secret(value.span());
            }
        }
    }

    private static void command(@Nullable CommandLine command, Report report) {
        command(command == null ? List.of() : command.words(), report);
    }

    private static void command(List<Value> words, Report report) {
        for (Value word : words) {
            if (word.text() instanceof Text.Known(String text) && ComposeSecrets.hasPasswordInUrl(text)) {
                report.at(
                                word.place(),
                                "a URL with a password in plain text, which a list of processes shows, too; keep"
                                        + " it in a secret")
                        .secret(word.span());
            }
        }
    }
}
