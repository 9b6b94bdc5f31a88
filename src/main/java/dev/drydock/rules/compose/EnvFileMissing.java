package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.EnvFile;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Variant;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Nearest;
import dev.drydock.source.Tree;
import dev.drydock.syntax.ignore.GitIgnore;

/// An environment file that a service needs and that is not there.
public final class EnvFileMissing implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant variant : workspace.compose().wholes()) {
            for (Service service : variant.services()) {
                for (EnvFile file : service.envFiles()) {
                    String path = file.path().path();
                    if (file.required() && path != null && !isThere(workspace.tree(), path)) {
                        report.at(
                                file.path().place(),
                                "there is no " + path + ", and Compose stops unless it says \"required: false\""
                                        + hint(workspace.tree(), path));
                    }
                }
            }
        }
    }

    /// Whether a file is there, or is not meant to be: Git ignores it, or an example says how to make it.
    private static boolean isThere(Tree tree, String path) {
        if (tree.kind(path) != Tree.Kind.MISSING || new GitIgnore(tree).ignores(path, false)) {
            return true;
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        for (String other : tree.names(Tree.directory(path))) {
            if (isExample(other) && (other.startsWith(name) || other.startsWith(".") || other.contains("env"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isExample(String name) {
        return name.contains("example")
                || name.contains("sample")
                || name.contains("template")
                || name.contains("dist")
                || name.contains("default");
    }

    private static String hint(Tree tree, String path) {
        return Nearest.hint(path.substring(path.lastIndexOf('/') + 1), tree.names(Tree.directory(path)));
    }
}
