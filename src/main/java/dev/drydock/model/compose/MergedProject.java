package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.ComposeProblem;
import dev.drydock.model.compose.tree.Node;
import dev.drydock.source.Place;
import dev.drydock.source.Problem;
import dev.drydock.source.Source;
import dev.drydock.source.Tree;
import dev.drydock.syntax.compose.Environment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What `docker compose config` would make of some files: all laid over each other, everything in its long form,
/// each value with the place that it came from.
///
/// @param root the project; paths in it are relative to the directory of the first file
/// @param problems what Compose would not accept, in the order of reading
public record MergedProject(Node root, List<Fault> problems) {

    /// A problem and its place.
    public record Fault(Place place, String message) {}

    public MergedProject {
        problems = List.copyOf(problems);
    }

    /// Reads files and lays each over the one before.
    ///
    /// @param paths the files, from the root of the tree; at least one
    /// @param environment the variables of whoever runs Compose, which count for more than those of `.env`
    /// @throws IOException where one of the files cannot be read
    public static MergedProject of(Tree tree, List<String> paths, Map<String, String> environment) throws IOException {
        String directory = Tree.directory(paths.getFirst());
        Map<String, String> variables = new HashMap<>(ComposeProject.environment(tree, directory));
        variables.putAll(environment);
        var known = Environment.closed(variables);
        var files = new ComposeFiles(tree);
        var parts = new ArrayList<ComposeFile>();
        var problems = new ArrayList<Fault>();
        for (String path : paths) {
            ComposeFile file = ComposeFile.read(Source.of(path, tree.read(path)), directory, known);
            files.add(file);
            parts.add(file);
            add(file, file.yaml().problems(), problems);
            add(file, file.interpolation(), problems);
        }
        ComposeModel model = Loader.load(files, parts);
        for (ComposeProblem problem : model.problems()) {
            problems.add(new Fault(problem.place(), problem.message()));
        }
        String name = variables.getOrDefault("COMPOSE_PROJECT_NAME", directory);
        return new MergedProject(LongForms.of(model.root(), projectName(name)), problems);
    }

    private static void add(ComposeFile file, List<Problem> found, List<Fault> problems) {
        for (Problem problem : found) {
            problems.add(new Fault(new Place(file.source(), problem.span()), problem.message()));
        }
    }

    /// The last part of a path as Compose makes a project's name of it: small letters, digits, `-` and `_`, the
    /// first no sign.
    private static String projectName(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        var name = new StringBuilder();
        for (int i = 0; i < last.length(); i++) {
            char c = Character.toLowerCase(last.charAt(i));
            boolean sign = c == '-' || c == '_';
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (sign && !name.isEmpty())) {
                name.append(c);
            }
        }
        return name.isEmpty() ? "default" : name.toString();
    }
}
