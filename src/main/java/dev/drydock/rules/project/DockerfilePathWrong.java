package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Build;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Nearest;
import dev.drydock.source.Text;
import dev.drydock.source.Tree;
import org.jspecify.annotations.Nullable;

/// A Dockerfile that is not where a service looks for it.
public final class DockerfilePathWrong implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant variant : workspace.compose().wholes()) {
            for (Service service : variant.services()) {
                check(workspace.tree(), service, report);
            }
        }
    }

    private static void check(Tree tree, Service service, Report report) {
        Build build = service.build();
        String context = build == null ? null : build.contextPath();
        String path = build == null ? null : build.dockerfilePath();
        if (build == null
                || context == null
                || path == null
                || tree.kind(context) != Tree.Kind.DIRECTORY
                || tree.kind(path) != Tree.Kind.MISSING) {
            return;
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        String hint = Nearest.hint(name, tree.names(Tree.directory(path)));
        Value written = build.dockerfile();
        if (written == null) {
            report.at(
                    build.context() == null ? build.place() : build.context().place(),
                    "there is no Dockerfile in " + (context.isEmpty() ? "this directory" : context)
                            + (hint.isEmpty() ? "; name it in \"dockerfile\"" : hint));
            return;
        }
        String below = fromContext(tree, context, written);
        report.at(
                written.place(),
                "there is no " + path + (below == null ? hint : "; the path starts from the context: write " + below));
    }

    /// The path from the context, if it was written from the directory of the Compose file.
    private static @Nullable String fromContext(Tree tree, String context, Value written) {
        String meant =
                written.text() instanceof Text.Known(String text) ? Tree.resolve(written.directory(), text) : null;
        boolean there = meant != null && tree.kind(meant) == Tree.Kind.FILE;
        if (!there || context.isEmpty() || !meant.startsWith(context + "/")) {
            return null;
        }
        return meant.substring(context.length() + 1);
    }
}
