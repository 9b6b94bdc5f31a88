package dev.drydock.rules.compose;

import dev.drydock.model.InstalledDependencies;
import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Mount;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;

/// Data in a volume without a name.
public final class AnonymousVolume implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant.Run run : workspace.compose().runs()) {
            check(run.service(), report);
        }
    }

    private static void check(Service service, Report report) {
        for (Mount mount : service.volumes()) {
            Value target = mount.target();
            if (mount.type() == Mount.Type.VOLUME
                    && mount.source() == null
                    && target != null
                    && target.text() instanceof Text.Known(String path)
                    && !InstalledDependencies.isDirectory(path)
                    && !isBelowMount(service, path)) {
                report.at(
                        mount.place(),
                        "a volume without a name: nobody finds what is in it again; give it one, as in data:" + path);
            }
        }
    }

    /// Whether the volume only keeps a directory of the image from being hidden by a mount above it.
    private static boolean isBelowMount(Service service, String path) {
        for (Mount other : service.volumes()) {
            String above = other.target() == null ? "" : other.target().or("");
            String prefix = above.endsWith("/") ? above : above + "/";
            if (other.type() == Mount.Type.BIND || other.type() == Mount.Type.UNKNOWN) {
                if (above.isEmpty() || path.startsWith(prefix)) {
                    return true;
                }
            }
        }
        return false;
    }
}
