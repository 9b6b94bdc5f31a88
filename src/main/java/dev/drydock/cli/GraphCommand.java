package dev.drydock.cli;

import dev.drydock.config.ConfigException;
import dev.drydock.config.Settings;
import dev.drydock.engine.Discovery;
import dev.drydock.engine.Engine;
import dev.drydock.engine.Project;
import dev.drydock.graph.GraphFormat;
import dev.drydock.model.Workspace;
import dev.drydock.model.compose.ComposeFile;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.graph.ProjectGraph;
import dev.drydock.rule.Outcome.Fault;
import dev.drydock.rule.RuleIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command `graph`: draws what a project builds and runs.
final class GraphCommand {

    private final Surroundings surroundings;

    GraphCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// Draws the project.
    ///
    /// @return 2 where a file could not be read; what could be is drawn all the same
    Exit run(Arguments arguments) throws UsageException, ConfigException, IOException {
        GraphFormat format = GraphFormat.of(arguments.oneOf("--format", "mermaid", GraphFormat.WORDS));
        if (format == null) {
            throw new IllegalStateException("a word that is known has no format");
        }
        List<Path> set = named(arguments.all("--file"));
        List<String> operands = arguments.operands().isEmpty() ? List.of(".") : arguments.operands();
        var paths = named(operands);
        paths.addAll(set);
        Path first = paths.getFirst();
        Path parent = first.getParent();
        Path start = Files.isDirectory(first) || parent == null ? first : parent;
        RuleIndex index = RuleIndex.load();
        ConfigFile config = ConfigFile.of(arguments, surroundings.directory(), start, index);
        Discovery.Found found = Discovery.find(
                paths,
                root -> choice(
                        Settings.of(index, config.config(), Settings.Choice.NONE, config.base(root)), set, root));
        Settings settings = Settings.of(index, config.config(), Settings.Choice.NONE, config.base(found.root()));
        List<String> files = relative(found.root(), set);
        Project project = found.project();
        Engine.Read read =
                Engine.read(project, settings, index, Runtime.getRuntime().availableProcessors(), files);
        ProjectGraph graph = files.isEmpty()
                ? ProjectGraph.of(read.workspace(), project.reported())
                : ProjectGraph.of(read.workspace(), variant(read.workspace(), files));
        draw(arguments, format, graph, operands);
        return complain(read.faults()) ? Exit.USAGE : Exit.CLEAN;
    }

    private List<Path> named(List<String> words) throws UsageException, IOException {
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

    private static Discovery.Choice choice(Settings settings, List<Path> set, Path root) {
        var files = new ArrayList<>(relative(root, set));
        settings.composeSets().forEach(files::addAll);
        return new Discovery.Choice(settings::excluded, files);
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

    private static Variant variant(Workspace workspace, List<String> files) throws UsageException {
        for (Variant variant : workspace.compose().variants()) {
            var paths = new ArrayList<String>();
            for (ComposeFile file : variant.files()) {
                paths.add(file.source().path());
            }
            if (paths.equals(files)) {
                return variant;
            }
        }
        throw new UsageException("cannot read " + String.join(", ", files) + " as Compose files");
    }

    private void draw(Arguments arguments, GraphFormat format, ProjectGraph graph, List<String> operands)
            throws UsageException, IOException {
        var text = new StringBuilder();
        String of = String.join(", ", operands);
        format.write(graph, of.equals(".") ? "Build graph" : "Build graph of " + of, text);
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        String file = arguments.last("--output");
        if (file == null || file.equals("-")) {
            surroundings.out().write(bytes);
            surroundings.out().flush();
        } else {
            Output.write(surroundings.directory().resolve(file), out -> out.write(bytes));
        }
    }

    private boolean complain(List<Fault> faults) throws IOException {
        var errors = new StringBuilder();
        for (Fault fault : faults) {
            String line = fault.where() + ": " + fault.message();
            errors.append("drydock: ").append(line.replace('\n', ' ')).append('\n');
        }
        surroundings.err().write(errors.toString().getBytes(StandardCharsets.UTF_8));
        surroundings.err().flush();
        return !faults.isEmpty();
    }
}
