package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Mount;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Nearest;
import dev.drydock.source.Tree;
import dev.drydock.syntax.ignore.GitIgnore;

/// A file that a service mounts and that is not there.
public final class BindSourceMissing implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant variant : workspace.compose().wholes()) {
            for (Service service : variant.services()) {
                check(workspace.tree(), service, report);
            }
        }
    }

    private static void check(Tree tree, Service service, Report report) {
        for (Mount mount : service.volumes()) {
            Value source = mount.source();
            String path = source == null || mount.type() != Mount.Type.BIND ? null : source.path();
            if (source == null || path == null || !isFile(path) || tree.kind(path) != Tree.Kind.MISSING) {
                continue;
            }
            String name = path.substring(path.lastIndexOf('/') + 1);
            if (!hasExample(tree, path, name) && !new GitIgnore(tree).ignores(path, false)) {
                report.at(
                        source.place(),
                        "there is no " + path + ", and Docker makes a directory of that name"
                                + Nearest.hint(name, tree.names(Tree.directory(path))));
            }
        }
    }

    /// Whether the name is one of a file: it has an ending that files have.
    private static boolean isFile(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0
                && switch (name.substring(dot + 1)) {
                    case "conf",
                            "cnf",
                            "cfg",
                            "ini",
                            "yml",
                            "yaml",
                            "json",
                            "toml",
                            "xml",
                            "properties",
                            "sh",
                            "sql",
                            "py",
                            "js",
                            "ts",
                            "html",
                            "template",
                            "tmpl",
                            "rules",
                            "lua",
                            "cert",
                            "crt",
                            "pem",
                            "key" -> true;
                    default -> false;
                };
    }

    private static boolean hasExample(Tree tree, String path, String name) {
        for (String other : tree.names(Tree.directory(path))) {
            if (other.length() > name.length() && other.startsWith(name)) {
                return true;
            }
        }
        return false;
    }
}
