package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Build;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Nearest;
import dev.drydock.source.Tree;
import dev.drydock.syntax.ignore.GitIgnore;

/// A build context that is not there.
public final class BuildContextMissing implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        Tree tree = workspace.tree();
        var ignored = new GitIgnore(tree);
        for (Variant variant : workspace.compose().wholes()) {
            for (Service service : variant.services()) {
                Build build = service.build();
                Value context = build == null ? null : build.context();
                String path = context == null || isRemote(context) ? null : context.path();
                if (context == null || path == null) {
                    continue;
                }
                String name = path.substring(path.lastIndexOf('/') + 1);
                switch (tree.kind(path)) {
                    case MISSING -> {
                        // What Git ignores is made, or fetched, before the build.
                        if (!ignored.ignores(path, true)) {
                            report.at(
                                    context.place(),
                                    "there is no directory " + path + " to build from"
                                            + Nearest.hint(name, tree.names(Tree.directory(path))));
                        }
                    }
                    case FILE ->
                        report.at(
                                context.place(), path + " is a file; a build context is a directory: name that of it");
                    case DIRECTORY, OTHER -> {
                        // There, or nobody's to tell.
                    }
                }
            }
        }
    }

    /// Whether a context is fetched from somewhere: a repository, or what a URL names.
    private static boolean isRemote(Value context) {
        String text = context.or("");
        return text.contains("://")
                || text.startsWith("github.com/")
                || text.startsWith("git@")
                || text.contains(".git")
                || text.contains("#");
    }
}
