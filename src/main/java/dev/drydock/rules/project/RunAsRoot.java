package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.build.Base;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;

/// An image that ships and runs as root.
public final class RunAsRoot implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            for (Stage stage : workspace.shipped(file)) {
                if (file.isWhole() && stage.from() != null && !stage.isWindows() && !stage.dropsPrivileges()) {
                    check(workspace, file, stage, report);
                }
            }
        }
    }

    private static void check(Workspace workspace, BuildFile file, Stage stage, Report report) {
        Step step = stage.userStep(Integer.MAX_VALUE);
        if (step != null) {
            if (step.instruction() instanceof Instruction.User user
                    && step.value(user.user()) instanceof Text.Known(String name)
                    && isRoot(name)) {
                report.at(
                                file.source(),
                                user.user().span(),
                                stage.title() + " ends as user " + name
                                        + ", so the container runs as root; switch to another user at the end")
                        .related(file.source(), stage.span(), "the stage that ships");
            }
            return;
        }
        // An image that starts nothing of its own is a base for others; they choose the user. In one for
        // development or tests root is what most people want.
        if (stage.startsSomething()
                && !workspace.isInternal(stage)
                && stage.finalUser().is("root")) {
            report.at(
                    file.source(),
                    stage.from().image().span(),
                    "no USER in " + stage.title() + ", so the container runs as root; "
                            + (stage.root() instanceof Base.Scratch
                                    ? "switch to one by its number, such as 65532"
                                    : "create a user and switch to it"));
        }
    }

    private static boolean isRoot(String user) {
        int colon = user.indexOf(':');
        String name = colon < 0 ? user : user.substring(0, colon);
        return name.equals("root") || name.equals("0");
    }
}
