package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.model.data.Wildcard;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import java.util.List;

/// A container name that the project's own patterns do not allow.
public final class ContainerNamePattern implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        List<String> patterns = report.options().list("patterns");
        for (Service service : workspace.compose().written()) {
            Value name = service.value("container_name");
            if (name != null
                    && name.text() instanceof Text.Known(String text)
                    && !patterns.isEmpty()
                    && !Wildcard.anyMatches(patterns, text)) {
                report.at(
                        name.place(),
                        "container name " + text + " is none of " + String.join(", ", patterns)
                                + "; name it like those");
            }
        }
    }
}
