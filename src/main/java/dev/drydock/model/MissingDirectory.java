package dev.drydock.model;

import dev.drydock.model.build.Paths;
import dev.drydock.model.build.Step;
import dev.drydock.model.compose.Build;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.context.ContextCopy;
import dev.drydock.model.image.BaseImage;
import dev.drydock.source.Text;
import dev.drydock.source.Tree;
import dev.drydock.syntax.dockerfile.Instruction;
import java.util.List;

/// Directories that an image certainly has not, so that Docker makes them when it mounts something there.
public final class MissingDirectory {

    private MissingDirectory() {}

    /// Names of directories that package managers and compilers make.
    private static final List<String> MADE = List.of(
            "node_modules",
            "vendor",
            ".venv",
            "venv",
            ".next",
            "dist",
            "build",
            "target",
            "cache",
            ".cache",
            "public",
            "bundle",
            "site-packages");

    /// Directories that distributions have, or below which they and their packages make some.
    private static final List<String> OF_SYSTEM =
            List.of("/var", "/usr", "/etc", "/opt/", "/tmp", "/dev", "/run", "/proc", "/sys", "/srv", "/root");

    /// Whether nothing can have made the directory: the image starts from one that is there for a language or a
    /// distribution, and no step says its name or copies something over it.
    public static boolean isMissing(Workspace workspace, Variant.Run run, ContainerImage image, String path) {
        BaseImage base = image.base();
        String name = Paths.lastName(path);
        boolean plain = base != null
                && !base.isWindows()
                && base.ports().isEmpty()
                && base.volumes().isEmpty()
                && !base.serves();
        if (!plain || name.isEmpty() || MADE.contains(name) || isOfSystem(path) || isHome(path)) {
            return false;
        }
        Build build = run.variant().build(run.service());
        String context = build == null ? null : build.contextPath();
        for (Step step : image.steps()) {
            if (context == null || mayMake(workspace.tree(), context, step, path, name)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfSystem(String path) {
        for (String directory : OF_SYSTEM) {
            if (path.startsWith(directory)) {
                return true;
            }
        }
        return false;
    }

    /// Whether it is the home directory of somebody.
    private static boolean isHome(String path) {
        return path.startsWith("/home/") && path.indexOf('/', "/home/".length()) < 0;
    }

    private static boolean mayMake(Tree tree, String context, Step step, String path, String name) {
        return switch (step.instruction()) {
            case Instruction.Run _ ->
                step.commands().mayRunScripts() || step.text().contains(name);
            case Instruction.Workdir workdir ->
                !(step.value(workdir.path()) instanceof Text.Known(String to))
                        || !(step.workdir() instanceof Text.Known(String from))
                        || (Paths.join(from, to) + "/").startsWith(path + "/");
            case Instruction.Transfer transfer -> mayBring(tree, context, step, transfer, path);
            case Instruction.Invalid _ -> true;
            default -> false;
        };
    }

    private static boolean mayBring(Tree tree, String context, Step step, Instruction.Transfer transfer, String path) {
        if (!(step.value(transfer.destination()) instanceof Text.Known(String to))
                || !(step.workdir() instanceof Text.Known(String workdir))) {
            return true;
        }
        String place = Paths.join(workdir, to);
        boolean over = place.equals("/") || path.equals(place) || path.startsWith(place + "/");
        if (place.startsWith(path + "/") || (over && transfer.flagValue("from") != null)) {
            return true;
        }
        List<ContextCopy> copies = ContextCopy.of(step);
        if (!over || copies.size() < transfer.sources().size()) {
            return over;
        }
        String rest = path.substring(place.equals("/") ? 1 : Math.min(place.length() + 1, path.length()));
        for (ContextCopy copy : copies) {
            String source = copy.isPattern() ? null : Tree.resolve(context, copy.path() + "/" + rest);
            String itself = Tree.resolve(context, copy.path());
            if (source == null
                    || tree.kind(source) == Tree.Kind.DIRECTORY
                    || (itself != null && tree.kind(itself) == Tree.Kind.MISSING)) {
                return true;
            }
        }
        return false;
    }
}
