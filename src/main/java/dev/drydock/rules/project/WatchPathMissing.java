package dev.drydock.rules.project;

import dev.drydock.model.WatchedPath;
import dev.drydock.model.Workspace;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Nearest;
import dev.drydock.source.Tree;
import dev.drydock.syntax.ignore.GitIgnore;

/// A watched path that is not there.
public final class WatchPathMissing implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        Tree tree = workspace.tree();
        for (WatchedPath watched : WatchedPath.of(workspace)) {
            String path = watched.path();
            // What Git ignores is made before it is watched; without the Dockerfile, the source is elsewhere.
            if (!watched.exists(tree) && watched.hasSource(tree) && !new GitIgnore(tree).ignores(path, true)) {
                String name = path.substring(path.lastIndexOf('/') + 1);
                String hint = Nearest.hint(name, tree.names(Tree.directory(path)));
                report.at(
                        watched.written().place(),
                        "there is no " + path + " to watch" + (hint.isEmpty() ? "; correct the path" : hint));
            }
        }
    }
}
