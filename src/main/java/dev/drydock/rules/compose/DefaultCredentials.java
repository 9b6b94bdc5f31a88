package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.ComposeSecrets;
import dev.drydock.model.compose.Role;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Setting;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A password that everybody tries first, in production.
public final class DefaultCredentials implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant.Run run : workspace.compose().runs()) {
            check(run.service(), run.role(), report);
        }
    }

    private static void check(Service service, Role role, Report report) {
        if (!role.isProduction()) {
            return;
        }
        for (Setting setting : service.environment()) {
            Value value = setting.value();
            if (value != null && ComposeSecrets.isDefaultCredential(setting)) {
                report.at(
                                value.place(),
                                "everybody tries this password first, and service \"" + service.name()
                                        + "\" is for production: " + role.reason()
                                        + "; choose one, and keep it in a secret")
                        .secret(value.span());
            } else if (value != null && isOpen(setting.name(), value)) {
                report.at(
                        setting.place(),
                        setting.name() + " lets everybody in, and service \"" + service.name()
                                + "\" is for production: " + role.reason() + "; take it away");
            }
        }
    }

    private static boolean isOpen(String name, Value value) {
        return switch (name) {
            case "MYSQL_ALLOW_EMPTY_PASSWORD",
                    "MARIADB_ALLOW_EMPTY_ROOT_PASSWORD",
                    "ALLOW_EMPTY_PASSWORD",
                    "ALLOW_ANONYMOUS_LOGIN" -> value.is("yes") || value.is("true") || value.is("1");
            case "POSTGRES_HOST_AUTH_METHOD" -> value.is("trust");
            default -> false;
        };
    }
}
