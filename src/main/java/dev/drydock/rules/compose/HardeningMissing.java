package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import java.util.ArrayList;

/// A service with all the rights that Docker gives by default.
public final class HardeningMissing implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant.Run run : workspace.compose().runs()) {
            check(run.service(), report);
        }
    }

    /// One finding a service, whatever is absent: a list of them for each service is not read.
    private static void check(Service service, Report report) {
        var absent = new ArrayList<String>();
        boolean privileges = false;
        for (Value option : service.node().scalars("security_opt")) {
            privileges |= option.or("").startsWith("no-new-privileges")
                    && !option.or("").endsWith("false");
        }
        if (!privileges) {
            absent.add("\"no-new-privileges:true\" in \"security_opt\"");
        }
        boolean drops = false;
        for (Value capability : service.node().scalars("cap_drop")) {
            drops |= capability.is("ALL") || capability.is("all");
        }
        if (!drops) {
            absent.add("\"cap_drop: [ALL]\"");
        }
        if (!service.is("read_only")) {
            absent.add("\"read_only: true\"");
        }
        if (!absent.isEmpty() && service.complete()) {
            report.at(
                    service.namePlace(),
                    "service \"" + service.name() + "\" has more rights than it needs; add "
                            + String.join(", ", absent));
        }
    }
}
