package dev.drydock.model;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Command;
import dev.drydock.model.compose.Build;
import dev.drydock.model.context.BuildContext;
import dev.drydock.model.context.ContextCopy;
import dev.drydock.source.Tree;
import org.jspecify.annotations.Nullable;

/// The copy that brings a program's text to a build.
///
/// @param from the directory, from the root of the project
/// @param target where the image has it; null where it has only what is made of it
public record CopiedSource(
        ContextCopy copy, String from, @Nullable String target) {

    /// The first of a build that copies a directory with a program's text; null where none does.
    public static @Nullable CopiedSource of(Workspace workspace, Build build) {
        BuildFile file = workspace.buildFile(build);
        Stage target = file == null ? null : Workspace.target(file, build);
        String directory = build.contextPath();
        if (file == null || target == null || directory == null) {
            return null;
        }
        BuildContext context =
                BuildContext.of(workspace.tree(), directory, file.source().path());
        for (Stage stage : file.closure(target)) {
            for (ContextCopy copy : ContextCopy.of(stage)) {
                String from = copy.path().equals("*") ? directory : Tree.resolve(directory, copy.path());
                if (from != null
                        && (!copy.isPattern() || copy.path().equals("*"))
                        && workspace.tree().kind(from) == Tree.Kind.DIRECTORY
                        && MountedCode.holdsCode(context, from)) {
                    boolean runs = target.lineage().contains(stage) && !compiles(target);
                    return new CopiedSource(copy, from, runs ? copy.destination(true) : null);
                }
            }
        }
        return null;
    }

    /// How a file in a directory of the project names the source.
    public String pathFrom(String directory) {
        String up = "";
        String above = directory;
        while (!above.isEmpty() && !from.equals(above) && !from.startsWith(above + "/")) {
            up += "../";
            above = Tree.directory(above);
        }
        if (from.equals(above)) {
            return up.isEmpty() ? "." : up.substring(0, up.length() - 1);
        }
        String rest = from.substring(above.isEmpty() ? 0 : above.length() + 1);
        return up.isEmpty() ? "./" + rest : up + rest;
    }

    private static boolean compiles(Stage target) {
        for (Stage stage : target.lineage()) {
            for (Step step : stage.steps()) {
                for (Command command : step.commands()) {
                    if (BuildSteps.find(command) != null) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
