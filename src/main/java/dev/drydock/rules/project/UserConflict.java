package dev.drydock.rules.project;

import dev.drydock.model.ContainerImage;
import dev.drydock.model.Workspace;
import dev.drydock.model.build.Step;
import dev.drydock.model.build.Users;
import dev.drydock.model.compose.Role;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;

/// A service that runs as a user that its image has not, or as root against the will of its Dockerfile.
public final class UserConflict implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant.Run run : workspace.compose().runs()) {
            Value user = run.service().value("user");
            ContainerImage image = user == null ? null : ContainerImage.of(workspace, run);
            if (user != null && image != null && user.text() instanceof Text.Known(String written)) {
                check(run, user, Users.name(written), image, report);
            }
        }
    }

    private static void check(Variant.Run run, Value user, String name, ContainerImage image, Report report) {
        if (!name.isEmpty() && image.lacksUser(name)) {
            Report.Draft draft = report.at(
                    user.place(),
                    "no user \"" + name + "\" is in " + image.title()
                            + ", so the container does not start; write one that is there, or a number");
            if (image.stage() != null) {
                draft.related(image.stage().file().source(), image.stage().span(), "what the service runs");
            }
        } else if (Users.isRoot(name) && image.stage() != null && !isForSetup(run)) {
            Step step = image.ownUser();
            if (step != null && step.instruction() instanceof Instruction.User own) {
                report.at(
                                user.place(),
                                "runs as root although the image ends as user "
                                        + step.value(own.user()).or("")
                                        + "; give that user what it needs in the image, and remove this")
                        .related(step.stage().file().source(), own.user().span(), "the user of the image");
            }
        }
    }

    /// Whether root is what one may well want there: while one develops, and to prepare something once.
    private static boolean isForSetup(Variant.Run run) {
        Role.Kind role = run.role().kind();
        Service service = run.service();
        Value restart = service.value("restart");
        return role == Role.Kind.DEVELOPMENT
                || role == Role.Kind.TEST
                || service.name().contains("init")
                || service.name().contains("migrat")
                || (restart != null && restart.is("no"));
    }
}
