package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.ComposeFamily;
import dev.drydock.model.compose.ComposeFile;
import dev.drydock.model.compose.Variant;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.syntax.yaml.YamlNode;
import java.util.List;

/// A project whose name is that of the directory that somebody cloned it to.
public final class RequireProjectName implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant variant : workspace.compose().wholes()) {
            ComposeFile file = variant.files().getFirst();
            ComposeFamily family = workspace.compose().family(file);
            boolean beside = family != null && family.base() != null && family.base() != file;
            boolean named = variant.model().root().asMapping() == null
                    || variant.model().root().asMapping().value("name") != null
                    || file.environment().variables().containsKey("COMPOSE_PROJECT_NAME");
            if (variant.files().size() == 1 && !beside && !named && !variant.isPart()) {
                report(file, report);
            }
        }
    }

    private static void report(ComposeFile file, Report report) {
        List<YamlNode.Mapping> tops = file.layout().tops();
        if (!tops.isEmpty()
                && !tops.getFirst().entries().isEmpty()
                && !file.services().isEmpty()) {
            report.at(
                    file.source(),
                    tops.getFirst().entries().getFirst().key().span(),
                    "this project is named after the directory that it happens to be in; add \"name\" at the top");
        }
    }
}
