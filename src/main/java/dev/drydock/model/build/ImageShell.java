package dev.drydock.model.build;

import dev.drydock.model.image.BaseImage;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Word;
import java.util.List;
import java.util.Locale;

/// What is known of the shell that an image brings.
final class ImageShell {

    private ImageShell() {}

    /// Where a shell can come to lie; below one of them, or at the root, anything may be one.
    private static final List<String> PLACES = List.of("/bin", "/sbin", "/usr", "/busybox", "/lib", "/lib64", "/nix");

    /// Names of images in which `sh` is bash, for those that the table does not know.
    private static final List<String> WITH_BASH =
            List.of("centos", "fedora", "rockylinux", "almalinux", "/ubi", "amazonlinux", "oraclelinux");

    private static final List<String> WITH_BUSYBOX = List.of("alpine", "busybox");

    /// Whether the shell of this name has the option `pipefail` in the stage. `sh` does where it is busybox or
    /// bash: on Alpine and the RPM distributions.
    static boolean hasPipefail(Stage stage, String shell) {
        return shell.equals("sh") ? isBash(stage) || is(stage, "ash", WITH_BUSYBOX) : !shell.equals("dash");
    }

    /// Whether `sh` is bash in the stage.
    static boolean isBash(Stage stage) {
        return is(stage, "bash", WITH_BASH) && !is(stage, "ash", WITH_BUSYBOX);
    }

    private static boolean is(Stage stage, String shell, List<String> names) {
        BaseImage image = stage.rootImage();
        if (image != null && !image.shell().isEmpty()) {
            return image.shell().equals(shell);
        }
        if (!(stage.root() instanceof Base.Image(String text, var _))) {
            return false;
        }
        for (String name : names) {
            if (text.contains(name)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the stage runs Windows: by its base image, or by the escape character of the file.
    static boolean isWindows(Stage stage) {
        return switch (stage.root()) {
            case Base.Image(String text, var _) -> isWindowsImage(text);
            case Base.Unknown _, Base.Scratch _, Base.Parent _ ->
                stage.file().syntax().escape() == '`';
        };
    }

    private static boolean isWindowsImage(String text) {
        String image = text.toLowerCase(Locale.ROOT);
        return image.contains("windows")
                || image.contains("nanoserver")
                || image.contains("servercore")
                || image.contains("dotnet/framework");
    }

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

    /// Whether `sh` certainly is `dash` at a step: the image has it, and nothing before may have put another there.
    static boolean isDash(Step step) {
        Stage own = step.stage();
        BaseImage base = own.rootImage();
        if (base == null || !base.shell().equals("dash")) {
            return false;
        }
        for (Stage stage : own.lineage()) {
            for (Step before : stage.steps()) {
                if (before.equals(step)) {
                    break;
                }
                ShellScript script = before.script();
                if (script != null && script.mayReplaceShell()) {
                    return false;
                }
            }
        }
        return true;
    }
}
