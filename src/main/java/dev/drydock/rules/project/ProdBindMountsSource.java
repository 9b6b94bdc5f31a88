package dev.drydock.rules.project;

import dev.drydock.model.MountedCode;
import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Mount;
import dev.drydock.model.compose.Role;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Variant;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A production service that mounts the project's source over the code of its image.
public final class ProdBindMountsSource implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant variant : workspace.compose().variants()) {
            for (Service service : variant.services()) {
                Role role = variant.role(service);
                if (role.isProduction()) {
                    for (Mount mount : service.volumes()) {
                        check(workspace, variant, service, role, mount, report);
                    }
                }
            }
        }
    }

    private static void check(
            Workspace workspace, Variant variant, Service service, Role role, Mount mount, Report report) {
        MountedCode code = MountedCode.of(workspace, variant, service, mount);
        code = code == null ? MountedCode.overBuilt(workspace, variant, service, mount) : code;
        if (code == null) {
            return;
        }
        Report.Draft draft = report.at(
                mount.place(),
                "service \"" + service.name() + "\" is for production (" + role.reason()
                        + ") and mounts the source over the code of its image at " + code.target()
                        + "; remove the mount there");
        if (code.copy() != null) {
            draft.related(
                    code.copy().step().stage().file().source(),
                    code.copy().source().span(),
                    "puts the code into the image");
        }
        if (!mount.place().source().path().equals(service.namePlace().source().path())) {
            draft.related(service.namePlace(), "inherited here, where \"volumes: !override\" would take it away");
        }
    }
}
