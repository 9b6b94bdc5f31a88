package dev.drydock.model;

import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Command;
import dev.drydock.model.command.InstallDirectory;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Place;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Word;
import dev.drydock.syntax.ignore.IgnoreFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file that a service starts and that the build of its image may have made.
///
/// @param path absolute, in the container
/// @param started the command that starts it
/// @param built the step that made it, or brought it from another stage
public record StartedProgram(String path, Place started, Place built) {

    /// Endings of programs that an interpreter runs.
    private static final List<String> PROGRAMS =
            List.of(".js", ".mjs", ".cjs", ".py", ".pyc", ".jar", ".war", ".dll", ".rb", ".php");

    /// Commands whose words name scripts and packages.
    private static final List<String> PACKAGE_RUNNERS =
            List.of("npm", "npx", "yarn", "pnpm", "pnpx", "bunx", "corepack", "composer", "bundle", "uv", "poetry");

    /// What a service starts of its image; null where it is something else, or nobody can tell.
    public static @Nullable StartedProgram of(Service service, Stage stage) {
        if (service.entrypoint() != null) {
            return null;
        }
        Value moved = service.value("working_dir");
        Text workdir = moved == null ? workdir(stage) : moved.text();
        if (!(workdir instanceof Text.Known(String directory))) {
            return null;
        }
        if (service.command() != null) {
            var words = new ArrayList<String>();
            for (Value word : service.command().words()) {
                words.add(word.or(""));
            }
            return service.command().operator() == null
                    ? found(stage, path(words, directory), service.command().place())
                    : null;
        }
        for (Stage one : stage.lineage()) {
            for (Step step : one.steps().reversed()) {
                boolean starts = step.instruction() instanceof Instruction.Cmd
                        || step.instruction() instanceof Instruction.Entrypoint;
                for (Command command :
                        starts && !step.isOnbuild() ? step.commands().list() : List.<Command>of()) {
                    var words = new ArrayList<String>();
                    words.add(command.executable().value());
                    command.arguments().forEach(argument -> words.add(argument.value()));
                    StartedProgram found = found(
                            stage, path(words, directory), new Place(one.file().source(), command.span()));
                    if (found != null) {
                        return found;
                    }
                }
            }
        }
        return null;
    }

    /// The working directory that a stage ends with.
    private static Text workdir(Stage stage) {
        for (Stage one : stage.lineage()) {
            if (!one.steps().isEmpty()) {
                Step last = one.steps().getLast();
                return last.instruction() instanceof Instruction.Workdir ? Text.unknown() : last.workdir();
            }
        }
        return Text.unknown();
    }

    /// The program that words start, or the file that they give to an interpreter; null where they name none.
    private static @Nullable String path(List<String> words, String directory) {
        if (words.isEmpty() || PACKAGE_RUNNERS.contains(words.getFirst())) {
            return null;
        }
        for (String word : words) {
            if (isFile(word, word.equals(words.getFirst()))) {
                String path = InstallDirectory.absolute(directory, word);
                return path == null || isInDependencies(path) ? null : path;
            }
        }
        return null;
    }

    /// Whether a word is the path of a program; a name without a slash only behind an interpreter, by its ending.
    private static boolean isFile(String word, boolean first) {
        for (int i = 0; i < word.length(); i++) {
            if (" :$@".indexOf(word.charAt(i)) >= 0) {
                return false;
            }
        }
        if (word.startsWith("-") || word.endsWith(".sh")) {
            return false;
        }
        boolean program = false;
        for (String ending : PROGRAMS) {
            program |= word.endsWith(ending);
        }
        return word.indexOf('/') >= 0 || (program && !first);
    }

    private static boolean isInDependencies(String path) {
        for (int slash = path.indexOf('/', 1); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (InstalledDependencies.isDirectory(path.substring(0, slash))) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable StartedProgram found(Stage stage, @Nullable String path, Place started) {
        Place built = path == null ? null : built(stage, path);
        return path == null || built == null ? null : new StartedProgram(path, started, built);
    }

    private static @Nullable Place built(Stage stage, String path) {
        for (Stage one : stage.lineage()) {
            for (Step step : one.steps().reversed()) {
                Place place = step.isOnbuild()
                        ? null
                        : switch (step.instruction()) {
                            case Instruction.Copy copy when copy.from() != null -> copied(step, copy, path);
                            case Instruction.Run _ -> compiled(step, path);
                            default -> null;
                        };
                if (place != null) {
                    return place;
                }
            }
        }
        return null;
    }

    private static @Nullable Place copied(Step step, Instruction.Copy copy, String path) {
        String directory = step.workdir() instanceof Text.Known(String workdir) ? workdir : null;
        String to = step.value(copy.destination()) instanceof Text.Known(String written)
                ? InstallDirectory.absolute(directory, written)
                : null;
        for (Word source : copy.sources()) {
            String from = IgnoreFile.clean(step.value(source).or("*"));
            String name = from.substring(from.lastIndexOf('/') + 1);
            if (to != null && (path.equals(to) || path.equals(to + "/" + name) || path.startsWith(to + "/"))) {
                return new Place(step.stage().file().source(), copy.span());
            }
        }
        return null;
    }

    private static @Nullable Place compiled(Step step, String path) {
        for (Command command : step.commands()) {
            if (BuildSteps.find(command) != null
                    && command.directory() instanceof Text.Known(String directory)
                    && path.startsWith(directory.endsWith("/") ? directory : directory + "/")) {
                return new Place(step.stage().file().source(), command.span());
            }
        }
        return null;
    }
}
