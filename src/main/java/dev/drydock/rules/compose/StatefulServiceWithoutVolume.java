package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.CommandLine;
import dev.drydock.model.compose.Mount;
import dev.drydock.model.compose.Role;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.ServiceImage;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A service whose data are gone with its container.
public final class StatefulServiceWithoutVolume implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant.Run run : workspace.compose().runs()) {
            check(run.variant(), run.service(), report);
        }
    }

    private static void check(Variant variant, Service service, Report report) {
        ServiceImage image = ServiceImage.of(service);
        Role.Kind role = variant.role(service).kind();
        boolean temporary = role == Role.Kind.DEVELOPMENT || role == Role.Kind.TEST;
        if (image == null
                || image.data().isEmpty()
                || temporary
                || !service.complete()
                || ServiceImage.isClient(service)
                || keeps(service, image)) {
            return;
        }
        report.at(
                service.image() == null ? service.namePlace() : service.image().place(),
                "the data of this " + image.kind() + " are gone with its container; mount a volume on "
                        + image.data().getFirst());
    }

    private static boolean keeps(Service service, ServiceImage image) {
        if (service.node().member("volumes_from") != null) {
            return true;
        }
        for (Mount mount : service.volumes()) {
            String target = mount.target() == null ? "" : mount.target().or("");
            if (target.isEmpty() || isData(target, image) || isNamed(target, service.command())) {
                return true;
            }
        }
        for (Value tmpfs : service.tmpfs()) {
            int colon = tmpfs.or("").indexOf(':');
            if (isData(colon < 0 ? tmpfs.or("") : tmpfs.or("").substring(0, colon), image)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the command says to keep data there, as `minio server /export` does.
    private static boolean isNamed(String target, @Nullable CommandLine command) {
        for (Value word : command == null ? List.<Value>of() : command.words()) {
            if (word.or("").endsWith(target)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBelow(String path, String directory) {
        String clean = directory.endsWith("/") ? directory : directory + "/";
        return (path + "/").startsWith(clean);
    }

    /// Whether a directory is one of the image's data, holds it, or lies in it.
    private static boolean isData(String target, ServiceImage image) {
        for (String data : image.data()) {
            if (isBelow(data, target) || isBelow(target, data)) {
                return true;
            }
        }
        // Some are told by the environment to keep their data elsewhere.
        return target.contains("data");
    }
}
