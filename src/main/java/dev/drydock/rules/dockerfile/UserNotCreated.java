package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.build.Users;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;

/// A `USER` by a name that nobody has in the image.
public final class UserNotCreated implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            for (Step step : stage.steps()) {
                if (!step.isOnbuild()
                        && step.instruction() instanceof Instruction.User user
                        && step.value(user.user()) instanceof Text.Known(String written)) {
                    String name = Users.name(written);
                    if (!name.isEmpty() && stage.lacksUser(name, step.index())) {
                        report.at(
                                        file.source(),
                                        user.user().span(),
                                        "no user \"" + name
                                                + "\" is in the image at this point, so nothing starts as it; "
                                                + "create it before with useradd or adduser")
                                .related(file.source(), stage.span(), "the stage, whose base does not have it either");
                    }
                }
            }
        }
    }
}
