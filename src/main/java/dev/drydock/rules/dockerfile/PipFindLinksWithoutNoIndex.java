package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Paths;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Argument;
import dev.drydock.model.command.PackageManager;
import dev.drydock.model.command.PackageOperation;
import dev.drydock.model.command.Switch;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Mount;
import dev.drydock.syntax.dockerfile.Word;
import org.jspecify.annotations.Nullable;

/// Wheels that were built for the image, and an install that still may take others from the index.
public final class PipFindLinksWithoutNoIndex implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Step step : file.runs()) {
            for (PackageOperation operation : step.commands().packageOperations()) {
                if (operation.is(PackageManager.Action.INSTALL) && !operation.has(Switch.OFFLINE)) {
                    for (Argument links : operation.values(Switch.FIND_LINKS)) {
                        check(file, step, operation, links, report);
                    }
                }
            }
        }
    }

    private static void check(BuildFile file, Step step, PackageOperation operation, Argument links, Report report) {
        if (!(links.text() instanceof Text.Known(String written))
                || written.contains("://")
                || !(Paths.isAbsolute(written) || step.workdir().isKnown())) {
            return;
        }
        Stage builder = bringer(step, Paths.join(step.workdir().or("/"), written));
        if (builder == null || !buildsWheels(builder)) {
            return;
        }
        var draft = report.at(
                file.source(),
                links.span(),
                "the wheels are all here, and the index may still bring others; add --no-index");
        Edit edit = operation.adding(file.source(), "--no-index");
        if (edit != null) {
            draft.fix(Fix.unsafe("add --no-index", file.source(), edit));
        }
    }

    /// The stage that a directory's content is copied or mounted from; null where none is.
    private static @Nullable Stage bringer(Step step, String directory) {
        if (step.instruction() instanceof Instruction.Run run) {
            for (Mount mount : run.mounts()) {
                Stage from = mount.type().equals("bind") ? referred(step, mount.from()) : null;
                if (from != null && mount.target() != null && isAt(step, mount.target(), directory)) {
                    return from;
                }
            }
        }
        for (Stage stage : step.stage().lineage()) {
            for (Step each : stage.steps()) {
                if (each.instruction() instanceof Instruction.Copy copy) {
                    Stage from = referred(each, copy.from());
                    if (from != null && isAt(each, copy.destination(), directory)) {
                        return from;
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable Stage referred(Step step, @Nullable Word from) {
        return from != null && step.value(from) instanceof Text.Known(String name)
                ? step.stage().file().stageReferred(name, step.stage().index())
                : null;
    }

    private static boolean isAt(Step step, Word target, String directory) {
        return step.value(target) instanceof Text.Known(String path)
                && directory.equals(Paths.join(step.workdir().or("/"), path));
    }

    /// Whether the stage makes wheels of everything, dependencies too.
    private static boolean buildsWheels(Stage builder) {
        for (Stage stage : builder.lineage()) {
            for (Step step : stage.steps()) {
                for (PackageOperation operation : step.commands().packageOperations()) {
                    boolean wheels =
                            operation.verb().equals("wheel") || operation.verb().equals("download");
                    if (wheels && !operation.command().has("--no-deps")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
