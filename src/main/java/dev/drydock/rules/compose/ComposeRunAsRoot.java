package dev.drydock.rules.compose;

import dev.drydock.model.ContainerImage;
import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A service that is told to run as root.
public final class ComposeRunAsRoot implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Service service : workspace.compose().written()) {
            ContainerImage image = ContainerImage.of(workspace, service);
            // Against the will of a Dockerfile, another rule has more to say.
            if (image == null || image.ownUser() == null) {
                check(service, report);
            }
        }
    }

    private static void check(Service service, Report report) {
        Value user = service.value("user");
        String text = user == null ? "" : user.withDefaults().or("");
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        if (user != null && (name.equals("root") || name.equals("0"))) {
            report.at(user.place(), "service \"" + service.name() + "\" runs as root; name another user");
        }
    }
}
