package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A service that builds its image and is told to pull it.
public final class ImageAndBuild implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant variant : workspace.compose().wholes()) {
            for (Service service : variant.services()) {
                Value policy = service.value("pull_policy");
                if (service.build() != null && service.image() != null && policy != null && pulls(policy.or(""))) {
                    report.at(
                                    policy.place(),
                                    "the image is built here, and \"" + policy.or("")
                                            + "\" pulls one of the same name; write \"build\", or take one away")
                            .related(service.build().place(), "built here");
                }
            }
        }
    }

    private static boolean pulls(String policy) {
        return switch (policy) {
            case "always", "missing", "if_not_present", "daily", "weekly", "refresh" -> true;
            default -> policy.startsWith("every_");
        };
    }
}
