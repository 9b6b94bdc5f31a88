package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.context.BuildContext;
import dev.drydock.model.context.ContextCopy;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Tree;
import dev.drydock.syntax.ignore.GitIgnore;
import org.jspecify.annotations.Nullable;

/// A source of a COPY that is not in the context of the service which is built.
public final class CopyMissingSource implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            for (Workspace.Use use : workspace.uses(file)) {
                check(workspace, file, use, report);
            }
        }
    }

    private static void check(Workspace workspace, BuildFile file, Workspace.Use use, Report report) {
        String directory = use.build().contextPath();
        if (directory == null || use.target() == null || workspace.tree().kind(directory) != Tree.Kind.DIRECTORY) {
            return;
        }
        BuildContext context =
                BuildContext.of(workspace.tree(), directory, file.source().path());
        for (Stage stage : file.closure(use.target())) {
            for (ContextCopy copy : ContextCopy.of(stage)) {
                String elsewhere = copy.isPattern() || context.kind(copy.path()) != Tree.Kind.MISSING
                        ? null
                        : elsewhere(workspace.tree(), file, directory, copy.path());
                if (elsewhere != null) {
                    report.at(
                                    file.source(),
                                    copy.source().span(),
                                    copy.path() + " is not in the context of service \""
                                            + use.service().name() + "\" ("
                                            + (directory.isEmpty() ? "the project" : directory) + "), but at "
                                            + elsewhere
                                            + "; take another context, or another path")
                            .related(use.build().place(), "the context");
                }
            }
        }
    }

    /// Where the file is that was meant: beside the Dockerfile, or below the root of the project. A file that is
    /// nowhere may be made before the build.
    private static @Nullable String elsewhere(Tree tree, BuildFile file, String context, String path) {
        for (String directory : new String[] {Tree.directory(file.source().path()), ""}) {
            String meant = Tree.resolve(directory, path);
            if (!directory.equals(context)
                    && meant != null
                    && tree.kind(meant) != Tree.Kind.MISSING
                    && !new GitIgnore(tree).ignores(Tree.resolve(context, path), false)) {
                return meant;
            }
        }
        return null;
    }
}
