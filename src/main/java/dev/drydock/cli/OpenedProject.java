package dev.drydock.cli;

import dev.drydock.config.ConfigException;
import dev.drydock.config.Settings;
import dev.drydock.engine.Discovery;
import dev.drydock.engine.Engine;
import dev.drydock.model.Workspace;
import dev.drydock.rule.Outcome.Fault;
import dev.drydock.rule.RuleIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A project as a command that judges nothing reads it: its files, and what they mean.
final class OpenedProject {

    private final Engine.Read read;
    private final Set<String> reported;
    private final List<String> set;

    /// Reads the project of a command's operands.
    ///
    /// @param files Compose files that are laid over each other; empty for what the project says itself
    OpenedProject(Surroundings surroundings, Arguments arguments, List<String> files)
            throws UsageException, ConfigException, IOException {
        List<Path> laid = named(surroundings, files);
        List<Path> paths = named(surroundings, arguments.operands().isEmpty() ? List.of(".") : arguments.operands());
        paths.addAll(laid);
        Path first = paths.getFirst();
        Path parent = first.getParent();
        Path start = Files.isDirectory(first) || parent == null ? first : parent;
        RuleIndex index = RuleIndex.load();
        ConfigFile config = ConfigFile.of(arguments, surroundings.directory(), start, index);
        Discovery.Found found = Discovery.find(
                paths,
                root -> Discovery.Choice.of(
                        Settings.of(index, config.config(), Settings.Choice.NONE, config.base(root)),
                        relative(root, laid)));
        Settings settings = Settings.of(index, config.config(), Settings.Choice.NONE, config.base(found.root()));
        set = relative(found.root(), laid);
        reported = found.project().reported();
        read = Engine.read(
                found.project(), settings, index, Runtime.getRuntime().availableProcessors(), set);
    }

    private static List<Path> named(Surroundings surroundings, List<String> words) throws UsageException, IOException {
        var paths = new ArrayList<Path>();
        for (String word : words) {
            Path path = surroundings.directory().resolve(word);
            if (!Files.exists(path)) {
                throw new UsageException(word + ": no such file or directory");
            }
            paths.add(path.toRealPath());
        }
        return paths;
    }

    private static List<String> relative(Path root, List<Path> set) {
        var files = new ArrayList<String>();
        for (Path file : set) {
            var text = new StringBuilder();
            for (Path part : root.relativize(file)) {
                text.append(text.isEmpty() ? "" : "/").append(part);
            }
            files.add(text.toString());
        }
        return files;
    }

    Workspace workspace() {
        return read.workspace();
    }

    /// The files that the operands name, as against those that are read because they belong to the project.
    Set<String> reported() {
        return reported;
    }

    /// The Compose files that are laid over each other, as paths in the project.
    List<String> set() {
        return set;
    }

    /// Says which files could not be read.
    ///
    /// @return whether there were any
    boolean complain(Surroundings surroundings) throws IOException {
        var errors = new StringBuilder();
        for (Fault fault : read.faults()) {
            String line = fault.where() + ": " + fault.message();
            errors.append("drydock: ").append(line.replace('\n', ' ')).append('\n');
        }
        surroundings.err().write(errors.toString().getBytes(StandardCharsets.UTF_8));
        surroundings.err().flush();
        return !read.faults().isEmpty();
    }
}
