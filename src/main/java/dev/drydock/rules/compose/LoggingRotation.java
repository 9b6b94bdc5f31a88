package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Role;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.compose.tree.Node;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A service for production whose logs fill the disk.
public final class LoggingRotation implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant.Run run : workspace.compose().runs()) {
            check(run.service(), run.role(), report);
        }
    }

    private static void check(Service service, Role role, Report report) {
        if (role.isProduction() && service.complete() && fillsDisk(service)) {
            report.at(
                    service.namePlace(),
                    "service \"" + service.name() + "\" is for production (" + role.reason()
                            + ") and its log grows until the disk is full; add \"logging\" with \"max-size\" and \"max-file\"");
        }
    }

    private static boolean fillsDisk(Service service) {
        Node.Mapping logging = service.node().mapping("logging");
        if (logging == null) {
            return true;
        }
        Value driver = logging.scalar("driver");
        Node.Mapping options = logging.mapping("options");
        return (driver == null || driver.is("json-file")) && (options == null || options.member("max-size") == null);
    }
}
