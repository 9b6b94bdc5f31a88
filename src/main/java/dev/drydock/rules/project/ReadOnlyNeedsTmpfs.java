package dev.drydock.rules.project;

import dev.drydock.model.ContainerImage;
import dev.drydock.model.Workspace;
import dev.drydock.model.WrittenPaths;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import java.util.List;

/// A read-only service whose server has to write.
public final class ReadOnlyNeedsTmpfs implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant.Run run : workspace.compose().runs()) {
            Value readOnly = run.service().value("read_only");
            ContainerImage image =
                    readOnly != null && run.service().is("read_only") ? ContainerImage.of(workspace, run) : null;
            List<String> paths = image == null ? List.of() : WrittenPaths.uncovered(run.service(), image);
            if (readOnly == null || image == null || image.reference() == null || paths.isEmpty()) {
                continue;
            }
            Report.Draft draft = report.at(
                    readOnly.place(),
                    image.reference().familiarName() + " writes to " + String.join(" and ", paths)
                            + " and does not start like this; add \"tmpfs: [" + String.join(", ", paths) + "]\"");
            if (image.stage() != null) {
                draft.related(image.stage().file().source(), image.stage().span(), "what the service runs");
            } else if (run.service().image() != null) {
                draft.related(run.service().image().place(), "what the service runs");
            }
        }
    }
}
