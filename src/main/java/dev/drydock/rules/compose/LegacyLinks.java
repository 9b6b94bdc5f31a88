package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.tree.Node;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// `links`, from the time before networks had names.
public final class LegacyLinks implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Service service : workspace.compose().written()) {
            Node.Member links = service.node().member("links");
            if (links != null && !links.value().items().isEmpty()) {
                report.at(
                        links.keyPlace(),
                        "services of a network find each other by name; take \"links\" away, with \"depends_on\" for"
                                + " the order and network aliases for other names");
            }
        }
    }
}
