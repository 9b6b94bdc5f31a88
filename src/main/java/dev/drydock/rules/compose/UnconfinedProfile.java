package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import org.jspecify.annotations.Nullable;

/// A container without the profiles that confine it.
public final class UnconfinedProfile implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Service service : workspace.compose().written()) {
            check(service, report);
        }
    }

    private static void check(Service service, Report report) {
        for (Value value : service.node().scalars("security_opt")) {
            String what = what(value.withDefaults().or("").replace('=', ':').replace(" ", ""));
            if (what != null) {
                report.at(value.place(), what + "; take it away");
            }
        }
    }

    private static @Nullable String what(String option) {
        return switch (option) {
            case "seccomp:unconfined" -> "the container may make every system call";
            case "apparmor:unconfined" -> "AppArmor does not confine the container";
            case "label:disable" -> "SELinux does not confine the container";
            case "systempaths:unconfined" -> "the container may write to the kernel's settings";
            case "no-new-privileges:false" -> "programs in the container may gain the rights of root";
            default -> null;
        };
    }
}
