package dev.drydock.model.build;

import dev.drydock.model.image.BaseImage;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Word;
import java.util.List;

/// Whether there is a shell for commands in the shell form.
final class ShellPresence {

    private ShellPresence() {}

    /// Where a shell can come to lie; below one of them, or at the root, anything may be one.
    private static final List<String> PLACES = List.of("/bin", "/sbin", "/usr", "/busybox", "/lib", "/lib64", "/nix");

    /// Whether a stage certainly has no shell before its step `before`: it starts from nothing, or from an image
    /// that is known to have none, and nothing that could be one was brought since.
    static boolean isMissing(Stage stage, int before) {
        if (stage.isWindows() || !startsWithoutShell(stage)) {
            return false;
        }
        for (Stage one : stage.lineage()) {
            for (Step step : one.steps()) {
                if (one == stage && step.index() >= before) {
                    break;
                }
                if (mayBringShell(step)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean startsWithoutShell(Stage stage) {
        return switch (stage.root()) {
            case Base.Scratch _ -> true;
            case Base.Image _ -> {
                BaseImage image = stage.rootImage();
                yield image != null && image.hasNoShell();
            }
            case Base.Unknown _, Base.Parent _ -> false;
        };
    }

    private static boolean mayBringShell(Step step) {
        return switch (step.instruction()) {
            case Instruction.Run _, Instruction.Shell _, Instruction.Invalid _ -> true;
            case Instruction.Add add -> mayUnpack(step, add) || mayBringShell(step, add);
            case Instruction.Copy copy -> mayBringShell(step, copy);
            default -> false;
        };
    }

    private static boolean mayUnpack(Step step, Instruction.Add add) {
        for (Word source : add.sources()) {
            if (!(step.value(source) instanceof Text.Known(String path))
                    || Paths.isRemote(path)
                    || Paths.mayBeArchive(path)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayBringShell(Step step, Instruction.Transfer transfer) {
        if (!(step.value(transfer.destination()) instanceof Text.Known(String path))
                || !(step.workdir() instanceof Text.Known(String workdir))) {
            return true;
        }
        String place = Paths.join(workdir, path);
        if (place.equals("/")) {
            return true;
        }
        for (String directory : PLACES) {
            if (place.equals(directory) || place.startsWith(directory + "/")) {
                return true;
            }
        }
        return false;
    }
}
