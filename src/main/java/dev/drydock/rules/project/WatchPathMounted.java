package dev.drydock.rules.project;

import dev.drydock.model.WatchedPath;
import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Mount;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import org.jspecify.annotations.Nullable;

/// A path that is to be copied at each change and that a mount already shows to the container.
public final class WatchPathMounted implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (WatchedPath watched : WatchedPath.of(workspace)) {
            Mount mount = watched.syncs() ? over(watched) : null;
            if (mount != null) {
                report.at(
                                watched.written().place(),
                                "Compose does not watch " + watched.written().written()
                                        + ", because a mount has it in the container already; take one of the two away")
                        .related(mount.place(), "the mount");
            }
        }
    }

    private static @Nullable Mount over(WatchedPath watched) {
        for (Mount mount : watched.service().volumes()) {
            String source = mount.source() == null || mount.type() != Mount.Type.BIND
                    ? null
                    : mount.source().path();
            if (source != null && watched.from(source) != null) {
                return mount;
            }
        }
        return null;
    }
}
