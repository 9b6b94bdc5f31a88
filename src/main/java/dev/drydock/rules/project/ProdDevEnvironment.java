package dev.drydock.rules.project;

import dev.drydock.model.ContainerVariable;
import dev.drydock.model.Workspace;
import dev.drydock.model.compose.DevelopmentSettings;
import dev.drydock.model.compose.Role;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Variant;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;

/// A production service whose environment switches a framework to development.
public final class ProdDevEnvironment implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant variant : workspace.compose().variants()) {
            for (Service service : variant.services()) {
                Role role = variant.role(service);
                if (role.isProduction()) {
                    check(workspace, service, role, report);
                }
            }
        }
    }

    private static void check(Workspace workspace, Service service, Role role, Report report) {
        for (String name : DevelopmentSettings.names()) {
            ContainerVariable variable = ContainerVariable.of(workspace, service, name);
            if (variable == null
                    || !(variable.value() instanceof Text.Known(String value))
                    || !DevelopmentSettings.contain(name, value)) {
                continue;
            }
            Report.Draft draft = report.at(
                    variable.place(),
                    name + "=" + value + variable.origin() + " is for development, and service \"" + service.name()
                            + "\" is for production: " + role.reason() + "; change it there");
            if (variable.image() != null) {
                draft.related(variable.image(), "set here");
            }
            boolean inherited = !variable.place().source().path().equals(service.namePlace().source().path());
            if (inherited) {
                draft.related(service.namePlace(), "inherited here");
            }
        }
    }
}
