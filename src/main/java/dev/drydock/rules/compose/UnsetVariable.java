package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.MisspeltVariable;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A variable that nothing sets, a slip away from one that is.
public final class UnsetVariable implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (MisspeltVariable variable : MisspeltVariable.of(workspace.tree(), workspace.compose())) {
            report.at(
                            variable.place(),
                            "nothing sets " + variable.name() + ", so this is empty; "
                                    + variable.meant().source() + " sets " + variable.meantName())
                    .related(variable.meant(), "set here, and used nowhere");
        }
    }
}
