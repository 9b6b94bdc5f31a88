package dev.drydock.rules.project;

import dev.drydock.model.ContainerImage;
import dev.drydock.model.DataPaths;
import dev.drydock.model.Workspace;
import dev.drydock.model.build.Paths;
import dev.drydock.model.compose.Mount;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import dev.drydock.syntax.ignore.IgnoreFile;
import java.util.ArrayList;
import java.util.List;

/// A volume beside the directory where the image keeps its data.
public final class VolumeTargetMismatch implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant.Run run : workspace.compose().runs()) {
            ContainerImage image = run.service().volumes().isEmpty() ? null : ContainerImage.of(workspace, run);
            if (image == null || run.service().node().member("volumes_from") != null) {
                continue;
            }
            List<String> targets = targets(run);
            for (Mount mount : run.service().volumes()) {
                boolean keeps = mount.type() == Mount.Type.VOLUME
                        || (mount.type() == Mount.Type.BIND
                                && !DataPaths.official(image).isEmpty());
                if (keeps && mount.source() != null && mount.target() != null && !targets.isEmpty()) {
                    check(workspace, run, image, targets, mount.target(), report);
                }
            }
        }
    }

    /// Where the service mounts something; none where that is not known of all its mounts.
    private static List<String> targets(Variant.Run run) {
        var targets = new ArrayList<String>();
        for (Mount mount : run.service().volumes()) {
            if (mount.target() == null || !(mount.target().text() instanceof Text.Known(String target))) {
                return List.of();
            }
            targets.add(IgnoreFile.clean(target));
        }
        for (Value tmpfs : run.service().tmpfs()) {
            targets.add(tmpfs.or(""));
        }
        return targets;
    }

    private static void check(
            Workspace workspace,
            Variant.Run run,
            ContainerImage image,
            List<String> targets,
            Value written,
            Report report) {
        String target = IgnoreFile.clean(written.or(""));
        if (DataPaths.areTold(workspace, run.service(), image, target)) {
            return;
        }
        if (DataPaths.refuses(image, target)) {
            report.at(
                    written.place(),
                    "since version 18 the image keeps its data below /var/lib/postgresql and does not start with a"
                            + " volume here; mount it on /var/lib/postgresql");
            return;
        }
        List<String> declared = DataPaths.declared(image);
        for (String path : declared) {
            boolean data = !targets.contains(path) && !targets.contains("");
            if (data && path.startsWith(target + "/") && !target.isEmpty()) {
                report.at(
                        written.place(),
                        "the image has a volume of its own on " + path
                                + ", which lies over this one, so the data go elsewhere; mount this on " + path);
                return;
            }
            if (data && isBeside(path, target, declared, targets)) {
                report.at(
                        written.place(),
                        "the image keeps its data in " + path + ", where nothing is mounted; mount this on " + path);
                return;
            }
        }
    }

    /// Whether a directory is called as the other one is, and neither is in the other.
    private static boolean isBeside(String path, String target, List<String> declared, List<String> targets) {
        for (String other : targets) {
            if (path.startsWith(other + "/") || other.startsWith(path + "/")) {
                return false;
            }
        }
        return !declared.contains(target) && Paths.lastName(path).equals(Paths.lastName(target));
    }
}
