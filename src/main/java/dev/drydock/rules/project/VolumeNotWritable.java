package dev.drydock.rules.project;

import dev.drydock.model.ContainerImage;
import dev.drydock.model.MissingDirectory;
import dev.drydock.model.Workspace;
import dev.drydock.model.build.Step;
import dev.drydock.model.build.Users;
import dev.drydock.model.compose.ComposeModel;
import dev.drydock.model.compose.Mount;
import dev.drydock.model.compose.Resource;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Variant;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.ignore.IgnoreFile;
import java.util.Set;

/// A volume on a directory that the image has not, so that only root can write to it.
public final class VolumeNotWritable implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant.Run run : workspace.compose().runs()) {
            Service service = run.service();
            boolean another = service.value("user") != null || service.node().member("post_start") != null;
            ContainerImage image = another || service.volumes().isEmpty() ? null : ContainerImage.of(workspace, run);
            Step user = image == null ? null : image.ownUser();
            if (image == null || user == null) {
                continue;
            }
            for (Mount mount : service.volumes()) {
                if (isPlain(run, mount)
                        && mount.target() != null
                        && mount.target().text() instanceof Text.Known(String target)) {
                    check(workspace, run, image, user, mount, IgnoreFile.clean(target), report);
                }
            }
        }
    }

    private static void check(
            Workspace workspace,
            Variant.Run run,
            ContainerImage image,
            Step user,
            Mount mount,
            String target,
            Report report) {
        if (!(user.instruction() instanceof Instruction.User named)
                || !MissingDirectory.isMissing(workspace, run, image, target)) {
            return;
        }
        String written = user.value(named.user()).or("");
        String name = Users.name(written).isEmpty() ? written : Users.name(written);
        report.at(
                        mount.place(),
                        "the image has no " + target + ", so Docker makes it for root and user " + name
                                + " cannot write there; create it in the image and chown it to " + name)
                .related(user.stage().file().source(), named.user().span(), "who the container runs as");
    }

    /// Whether a mount is of a volume that nobody else may have prepared: not one from outside, none with options
    /// of a driver, none that another service writes to.
    private static boolean isPlain(Variant.Run run, Mount mount) {
        if (mount.type() != Mount.Type.VOLUME || mount.readOnly() || mount.source() == null) {
            return false;
        }
        String name = mount.source().or("");
        ComposeModel model = run.variant().model();
        Resource volume = model.volume(name);
        return !name.isEmpty()
                && (volume == null || !volume.isPrepared())
                && model.writers(name).equals(Set.of(run.service().name()));
    }
}
