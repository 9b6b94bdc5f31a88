package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.ComposeFile;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.tree.Node;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import java.util.List;

/// A setting for a swarm, which Compose passes over.
public final class SwarmOnlyKey implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (ComposeFile file : workspace.compose().files()) {
            String path = file.source().path();
            if (path.contains("swarm") || path.contains("stack")) {
                continue;
            }
            for (Service service : file.services()) {
                check(service, report);
            }
        }
    }

    private static void check(Service service, Report report) {
        Node.Mapping deploy = service.node().mapping("deploy");
        if (deploy == null) {
            return;
        }
        for (String key : List.of("placement", "update_config", "rollback_config", "endpoint_mode")) {
            Node.Member member = deploy.member(key);
            if (member != null) {
                report.at(
                        member.keyPlace(),
                        "Compose does nothing with \"" + key + "\", which is for a swarm; take it away");
            }
        }
    }
}
