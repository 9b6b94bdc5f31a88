package dev.drydock.cli;

import dev.drydock.engine.Discovery;
import dev.drydock.engine.DiskTree;
import dev.drydock.model.compose.ComposeProject;
import dev.drydock.model.compose.MergedProject;
import dev.drydock.report.Display;
import dev.drydock.source.Place;
import dev.drydock.source.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The command `compose`: prints the project that Compose files make together, with the place of each value.
final class ComposeCommand {

    private final Surroundings surroundings;

    ComposeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// Prints the project.
    ///
    /// @return 1 where Compose would not accept it; what could be read is printed all the same
    Exit run(Arguments arguments) throws UsageException, IOException {
        String format = arguments.oneOf("--format", "yaml", List.of("yaml", "json"));
        List<String> operands = arguments.operands().isEmpty() ? List.of(".") : arguments.operands();
        var found = new ArrayList<Path>();
        for (String operand : operands) {
            Path path = surroundings.directory().resolve(operand);
            if (!Files.exists(path)) {
                throw new UsageException(operand + ": no such file or directory");
            }
            found.add(path.toRealPath());
        }
        var tree = new DiskTree(Discovery.root(found.getFirst()));
        List<String> paths = paths(tree, found, operands);
        MergedProject project = MergedProject.of(tree, paths, environment(tree.root(), found));
        var printer = new ComposePrinter(project.root());
        surroundings
                .out()
                .write((format.equals("json") ? printer.json() : printer.yaml()).getBytes(StandardCharsets.UTF_8));
        surroundings.out().flush();
        var errors = new StringBuilder();
        for (MergedProject.Fault fault : project.problems()) {
            errors.append("drydock: ")
                    .append(Display.safe(at(fault.place())))
                    .append(": ")
                    .append(Display.safe(fault.message()))
                    .append('\n');
        }
        surroundings.err().write(errors.toString().getBytes(StandardCharsets.UTF_8));
        surroundings.err().flush();
        return project.problems().isEmpty() ? Exit.CLEAN : Exit.FOUND;
    }

    private static List<String> paths(DiskTree tree, List<Path> found, List<String> operands) throws UsageException {
        var paths = new ArrayList<String>();
        for (int i = 0; i < found.size(); i++) {
            Path path = found.get(i);
            if (!path.startsWith(tree.root())) {
                throw new UsageException(operands.get(i) + " is in another project than " + operands.getFirst());
            }
            String relative = tree.relative(path);
            if (!Files.isDirectory(path)) {
                paths.add(relative);
                continue;
            }
            List<String> defaults = ComposeProject.defaults(tree, relative);
            if (defaults.isEmpty()) {
                throw new UsageException("no Compose file in " + operands.get(i) + "; name the files");
            }
            paths.addAll(defaults);
        }
        return paths;
    }

    /// The variables that Compose would see. A project at the root of the tree gets its name from the directory.
    private Map<String, String> environment(Path root, List<Path> found) {
        var variables = new HashMap<>(surroundings.environment().all());
        Path first = found.getFirst();
        Path directory = Files.isDirectory(first) ? first : first.getParent();
        Path name = root.getFileName();
        if (root.equals(directory) && name != null) {
            variables.putIfAbsent("COMPOSE_PROJECT_NAME", name.toString());
        }
        return variables;
    }

    private static String at(Place place) {
        Position position = place.source().position(place.span().start());
        return place.source().path() + ":" + position.line() + ":" + position.column();
    }
}
