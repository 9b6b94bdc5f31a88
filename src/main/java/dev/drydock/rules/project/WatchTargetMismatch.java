package dev.drydock.rules.project;

import dev.drydock.model.ImagePlaces;
import dev.drydock.model.WatchedPath;
import dev.drydock.model.Workspace;
import dev.drydock.model.build.Stage;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.model.context.ContextCopy;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import dev.drydock.syntax.ignore.IgnoreFile;
import java.util.Map;

/// Changes that are copied to another place than the one where the image has the files.
public final class WatchTargetMismatch implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (WatchedPath watched : WatchedPath.of(workspace)) {
            if (watched.syncs() && watched.exists(workspace.tree())) {
                check(workspace, watched, report);
            }
        }
    }

    private static void check(Workspace workspace, WatchedPath watched, Report report) {
        Stage stage = watched.stage(workspace);
        Value target = watched.watch().target();
        String context = watched.service().build() == null
                ? null
                : watched.service().build().contextPath();
        if (stage == null
                || context == null
                || target == null
                || !(target.text() instanceof Text.Known(String to))
                || !to.startsWith("/")) {
            return;
        }
        Map<String, ContextCopy> places = ImagePlaces.of(workspace.tree(), context, stage, watched.path());
        if (places == null || places.isEmpty() || places.containsKey(IgnoreFile.clean(to))) {
            return;
        }
        Map.Entry<String, ContextCopy> place = places.entrySet().iterator().next();
        ContextCopy copy = place.getValue();
        report.at(
                        target.place(),
                        "the image has " + watched.written().written() + " at " + place.getKey()
                                + ", so changes that are copied here do nothing; write target: " + place.getKey())
                .related(stage.file().source(), copy.transfer().span(), "copied there");
    }
}
