package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Command;
import dev.drydock.model.command.NamedPackage;
import dev.drydock.model.command.PackageOperation;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Mount;

/// A Go program or module of any version.
public final class PinGoVersions implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Step step : file.runs()) {
            for (PackageOperation operation : step.commands().packageOperations()) {
                if (!operation.manager().name().equals("go")) {
                    continue;
                }
                for (NamedPackage named : operation.unpinned()) {
                    boolean asWritten = named.isVersioned();
                    if (asWritten || (!isOfProject(step, operation, named) && !isCheckedOut(step, named))) {
                        report.at(
                                file.source(),
                                named.span(),
                                "any version of " + named.name() + " may come; add @<version>");
                    }
                }
            }
        }
    }

    /// Whether sources lie there that are, or whose `go.mod` pins, what is named: only `go get` then looks for
    /// newer ones, and not for the project itself.
    private static boolean isOfProject(Step step, PackageOperation operation, NamedPackage named) {
        String path = named.name().endsWith("/...")
                ? named.name().substring(0, named.name().length() - 4)
                : named.name();
        if (step.workdir().or("").contains(path)) {
            return true;
        }
        for (Stage stage : step.stage().lineage()) {
            for (Step before : stage.steps()) {
                if (stage == step.stage() && before.index() > step.index()) {
                    break;
                }
                if (operation.verb().equals("get") ? speaksOf(before, path) : bringsSources(before)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether Git takes a version of the sources that `go get` has brought, before anything is built of them.
    private static boolean isCheckedOut(Step step, NamedPackage named) {
        for (Step later : step.stage().steps()) {
            if (later.index() < step.index()) {
                continue;
            }
            for (Command command : later.commands()) {
                String directory = command.directory().or("");
                int sources = directory.indexOf("/src/");
                if (sources >= 0
                        && command.name().equals("git")
                        && command.has("checkout")
                        && named.name().startsWith(directory.substring(sources + 5))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean speaksOf(Step step, String module) {
        return step.instruction() instanceof Instruction.Transfer transfer
                && step.value(transfer.destination()).or("").contains(module);
    }

    private static boolean bringsSources(Step step) {
        return switch (step.instruction()) {
            case Instruction.Transfer _ -> true;
            case Instruction.Run run -> isMounted(run) || clones(step);
            default -> false;
        };
    }

    private static boolean isMounted(Instruction.Run run) {
        for (Mount mount : run.mounts()) {
            if (mount.type().equals("bind")) {
                return true;
            }
        }
        return false;
    }

    private static boolean clones(Step step) {
        for (Command command : step.commands()) {
            if (command.name().equals("git") && command.has("clone")) {
                return true;
            }
        }
        return false;
    }
}
