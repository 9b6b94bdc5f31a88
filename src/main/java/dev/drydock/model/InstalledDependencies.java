package dev.drydock.model;

import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Command;
import dev.drydock.model.command.InstallDirectory;
import dev.drydock.model.compose.CommandLine;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Place;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import dev.drydock.source.Tree;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Word;
import dev.drydock.syntax.ignore.IgnoreFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A directory inside of the application's own directory that an image has its dependencies in.
///
/// @param directory absolute, such as `/app/node_modules`
/// @param place the command or the copy that fills it
public record InstalledDependencies(String directory, Place place) {

    /// Those of a stage and of what it starts from.
    public static List<InstalledDependencies> of(Stage stage) {
        var found = new ArrayList<InstalledDependencies>();
        for (Stage one : stage.lineage()) {
            for (Step step : one.steps()) {
                switch (step.instruction()) {
                    case Instruction.Run _ -> installed(step, found);
                    case Instruction.Copy copy when copy.from() != null -> copied(step, copy, found);
                    default -> {
                        // Fills no such directory.
                    }
                }
            }
        }
        return found;
    }

    /// Whether the settings in a directory of the project tell Yarn to put modules elsewhere, or to use none.
    public boolean isMovedBy(Tree tree, String settings) {
        if (!directory.endsWith("/node_modules")) {
            return false;
        }
        String classic = read(tree, settings, ".yarnrc");
        String modern = read(tree, settings, ".yarnrc.yml");
        return classic.contains("modules-folder")
                || (!modern.isEmpty() && !modern.contains("node-modules") && !modern.contains("nodeLinker: pnpm"));
    }

    private static String read(Tree tree, String folder, String name) {
        String path = folder.isEmpty() ? name : folder + "/" + name;
        if (tree.kind(path) != Tree.Kind.FILE) {
            return "";
        }
        try {
            return Source.of(path, tree.read(path)).text();
        } catch (IOException _) {
            return "";
        }
    }

    private static void installed(Step step, List<InstalledDependencies> found) {
        for (Command command : step.commands()) {
            String name = InstallDirectory.inProject(command);
            String path = name == null ? null : InstallDirectory.absolute(known(command.directory()), name);
            if (path != null && !command.isConditional()) {
                add(found, path, step, command.span());
            }
        }
    }

    private static @Nullable String known(Text directory) {
        return directory instanceof Text.Known(String path) ? path : null;
    }

    /// Whether a directory has the name of one that package managers fill.
    public static boolean isDirectory(String path) {
        String clean = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return switch (clean.substring(clean.lastIndexOf('/') + 1)) {
            case "node_modules", "vendor", ".venv", "venv" -> true;
            default -> false;
        };
    }

    /// Whether the service installs dependencies itself when it starts.
    public static boolean installs(Service service) {
        return installs(service.command()) || installs(service.entrypoint());
    }

    private static boolean installs(@Nullable CommandLine command) {
        if (command == null) {
            return false;
        }
        for (Value word : command.words()) {
            String text = word.written();
            if (text.contains("install") || text.contains("npm ci") || text.equals("ci") || text.contains("sync")) {
                return true;
            }
        }
        return false;
    }

    private static void copied(Step step, Instruction.Copy copy, List<InstalledDependencies> found) {
        if (!(step.value(copy.destination()) instanceof Text.Known(String written))) {
            return;
        }
        String path = InstallDirectory.absolute(
                step.workdir() instanceof Text.Known(String workdir) ? workdir : null, written);
        if (path == null) {
            return;
        }
        for (Word source : copy.sources()) {
            String from = IgnoreFile.clean(step.value(source).or("."));
            String name = from.substring(from.lastIndexOf('/') + 1);
            if (isDirectory(from) && path.endsWith("/" + name)) {
                add(found, path, step, copy.span());
            } else if (step.value(source).isKnown()) {
                broughtAlong(step, copy, IgnoreFile.clean("/" + from), path, found);
            }
        }
    }

    /// Those of another stage that lie in a directory which is copied to the same place: elsewhere nobody looks for
    /// them, as below the files of a web server.
    private static void broughtAlong(
            Step step, Instruction.Copy copy, String from, String to, List<InstalledDependencies> found) {
        Stage stage = step.stage();
        Stage source = copy.from() != null && step.value(copy.from()) instanceof Text.Known(String name)
                ? stage.file().stageReferred(name, stage.index())
                : null;
        if (source == null || copy.flag("exclude") != null || copy.flag("parents") != null) {
            return;
        }
        String above = from.equals("/") ? from : from + "/";
        for (InstalledDependencies one : of(source)) {
            if (one.directory().startsWith(above) && IgnoreFile.clean(to).equals(from)) {
                add(found, one.directory(), step, copy.span());
            }
        }
    }

    private static void add(List<InstalledDependencies> found, String path, Step step, Span span) {
        found.removeIf(earlier -> earlier.directory().equals(path));
        found.add(new InstalledDependencies(path, new Place(step.stage().file().source(), span)));
    }
}
