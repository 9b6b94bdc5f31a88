package dev.drydock.model.build;

import dev.drydock.model.command.Command;
import dev.drydock.model.command.NamedPackage;
import dev.drydock.model.command.PackageOperation;
import dev.drydock.model.command.UserCreation;
import dev.drydock.model.image.ImageUsers;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import java.util.List;

/// Users that an image certainly has not.
final class MissingUsers {

    private MissingUsers() {}

    /// Whether no user of this name is there before the step `before` of a stage: the image that it starts from is
    /// known not to have it, and nothing may have made it since.
    static boolean lacks(Stage stage, String user, int before) {
        if (stage.isWindows() || !lacksAtFirst(stage, user)) {
            return false;
        }
        for (Stage one : stage.lineage()) {
            for (Step step : one.steps()) {
                if (one == stage && step.index() >= before) {
                    break;
                }
                if (mayMake(step, user)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean lacksAtFirst(Stage stage, String user) {
        return switch (stage.root()) {
            case Base.Scratch _ -> !user.equals("root");
            case Base.Image(var _, var reference) -> {
                List<String> users = reference == null ? List.of() : ImageUsers.of(reference);
                yield !users.isEmpty() && !users.contains(user);
            }
            case Base.Unknown _, Base.Parent _ -> false;
        };
    }

    private static boolean mayMake(Step step, String user) {
        return switch (step.instruction()) {
            case Instruction.Run _ -> mayMakeInRun(step, user);
            case Instruction.Transfer transfer ->
                !(step.value(transfer.destination()) instanceof Text.Known(String path))
                        || !(step.workdir() instanceof Text.Known(String workdir))
                        || mayHoldUsers(Paths.join(workdir, path));
            case Instruction.Invalid _ -> true;
            default -> step.isOnbuild();
        };
    }

    /// Whether the list of users may come with what is copied there.
    private static boolean mayHoldUsers(String path) {
        return path.equals("/") || path.equals("/etc") || path.startsWith("/etc/passwd");
    }

    private static boolean mayMakeInRun(Step step, String user) {
        if (step.commands().mayRunScripts() || step.text().contains("passwd")) {
            return true;
        }
        for (Command command : step.commands()) {
            UserCreation creation = UserCreation.of(command);
            if (creation != null) {
                String name = creation.name().value();
                if (!creation.group() && (name.isEmpty() || name.equals(user))) {
                    return true;
                }
            } else if (command.name().contains("user") && !command.name().equals("userdel")) {
                return true;
            }
            PackageOperation operation = PackageOperation.of(command);
            if (operation != null && mayMake(operation, user)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayMake(PackageOperation operation, String user) {
        if (ImageUsers.mayComeWithPackages(user) || !operation.certain()) {
            return true;
        }
        for (NamedPackage named : operation.packages()) {
            if (named.name().contains(user) || user.contains(named.name())) {
                return true;
            }
        }
        return false;
    }
}
