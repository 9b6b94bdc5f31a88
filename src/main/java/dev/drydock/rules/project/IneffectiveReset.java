package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.compose.tree.Reset;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A `!reset` or `!override` that takes nothing away.
public final class IneffectiveReset implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant variant : workspace.compose().wholes()) {
            if (variant.files().size() < 2) {
                continue;
            }
            for (Reset reset : workspace.compose().ineffective(variant)) {
                String path = String.join(".", reset.path());
                report.at(
                        reset.place(),
                        reset.inList()
                                ? "Compose does nothing with this tag on an item of a list; put it on the list"
                                : "the files before have no " + path + " that this could take away; take the tag away");
            }
        }
    }
}
