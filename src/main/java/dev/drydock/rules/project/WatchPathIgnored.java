package dev.drydock.rules.project;

import dev.drydock.model.WatchedPath;
import dev.drydock.model.Workspace;
import dev.drydock.model.context.BuildContext;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Place;
import dev.drydock.syntax.ignore.IgnoreFile;

/// A watched path that the ignore file leaves out, so that Compose does not watch it.
public final class WatchPathIgnored implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (WatchedPath watched : WatchedPath.of(workspace)) {
            BuildContext context = watched.context(workspace);
            String path = context == null ? null : watched.from(context.directory());
            if (context == null || path == null || context.ignoreFile() == null) {
                continue;
            }
            IgnoreFile.Decision decision = context.decide(path);
            if (decision.ignored() && decision.by() != null && !context.mayHold(path, false)) {
                report.at(
                                watched.written().place(),
                                "changes in " + path + " are not seen: "
                                        + context.ignoreFile().source()
                                        + " leaves it out; take that line or this entry away")
                        .related(
                                new Place(
                                        context.ignoreFile().source(),
                                        decision.by().span()),
                                "leaves it out");
            }
        }
    }
}
