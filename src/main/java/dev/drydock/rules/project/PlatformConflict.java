package dev.drydock.rules.project;

import dev.drydock.model.ContainerImage;
import dev.drydock.model.Workspace;
import dev.drydock.model.build.Platform;
import dev.drydock.model.build.Stage;
import dev.drydock.model.compose.Build;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Flag;
import dev.drydock.syntax.dockerfile.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A service for one platform whose image is always built for another one.
public final class PlatformConflict implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant.Run run : workspace.compose().runs()) {
            List<Value> wanted = wanted(run);
            ContainerImage image = wanted.isEmpty() ? null : ContainerImage.of(workspace, run);
            if (image != null && image.stage() != null) {
                check(image.stage().lineage().getLast(), wanted, report);
            }
        }
    }

    private static List<Value> wanted(Variant.Run run) {
        var wanted = new ArrayList<Value>();
        Value own = run.service().value("platform");
        if (own != null) {
            wanted.add(own);
        }
        Build build = run.variant().build(run.service());
        if (build != null) {
            wanted.addAll(build.platforms());
        }
        return wanted;
    }

    private static void check(Stage root, List<Value> wanted, Report report) {
        Word fixed = fixed(root);
        Platform built = fixed == null ? null : Platform.of(fixed.value().or(""));
        for (Value value : wanted) {
            Platform platform = value.text() instanceof Text.Known(String text) ? Platform.of(text) : null;
            if (fixed != null && built != null && platform != null && !built.runs(platform)) {
                report.at(
                                value.place(),
                                "asks for " + platform + ", and the image is always built from one for " + built
                                        + "; remove --platform there, or write the same")
                        .related(root.file().source(), fixed.span(), "the platform of the image");
            }
        }
    }

    /// The platform that the `FROM` of a stage names, whatever the build is for; null where it leaves that open.
    private static @Nullable Word fixed(Stage stage) {
        Flag flag = stage.flag("platform");
        Word word = flag == null ? null : flag.value();
        return word != null && word.isPlain() ? word : null;
    }
}
