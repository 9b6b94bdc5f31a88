package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.ComposeProblem;
import dev.drydock.model.compose.tree.Node;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Place;
import dev.drydock.source.Problem;
import dev.drydock.source.Source;
import dev.drydock.source.Tree;
import dev.drydock.syntax.compose.DotEnv;
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
        var problems = new ArrayList<Fault>();
        Map<String, String> variables = new HashMap<>(dotEnv(tree, directory, environment, problems));
        variables.putAll(environment);
        var files = new ArrayList<ComposeFile>();
        for (String path : paths) {
            files.add(ComposeFile.read(tree, path, directory, Environment.closed(variables)));
        }
        String name = name(files, directory, variables);
        variables.put("COMPOSE_PROJECT_NAME", name);
        var known = Environment.closed(variables);
        var all = new ComposeFiles(tree);
        files.replaceAll(file -> file.in(directory, known));
        for (ComposeFile file : files) {
            all.add(file);
            add(file.source(), file.yaml().problems(), problems);
            add(file.source(), file.interpolation(), problems);
        }
        ComposeModel model = Loader.load(all, files);
        var found = new ArrayList<>(model.problems());
        Node root = LongForms.of(model.root(), name, found);
        for (ComposeProblem problem : found) {
            problems.add(new Fault(problem.place(), problem.message()));
        }
        return new MergedProject(root, problems);
    }

    private static Map<String, String> dotEnv(
            Tree tree, String directory, Map<String, String> environment, List<Fault> problems) throws IOException {
        String path = Tree.join(directory, ".env");
        if (tree.kind(path) != Tree.Kind.FILE) {
            return Map.of();
        }
        Source source = tree.source(path);
        DotEnv read = DotEnv.read(source, Environment.closed(environment));
        add(source, read.problems(), problems);
        return read.known();
    }

    /// What the project is called: what `COMPOSE_PROJECT_NAME` says, else the last file that says it, else what its
    /// directory is called.
    private static String name(List<ComposeFile> files, String directory, Map<String, String> variables) {
        String said = variables.get("COMPOSE_PROJECT_NAME");
        if (said != null && !said.isEmpty()) {
            return projectName(said);
        }
        for (ComposeFile file : files.reversed()) {
            Value name = file.written().value("name");
            if (name != null && !name.or("").isEmpty()) {
                return projectName(name.or(""));
            }
        }
        return projectName(directory.substring(directory.lastIndexOf('/') + 1));
    }

    private static void add(Source source, List<Problem> found, List<Fault> problems) {
        for (Problem problem : found) {
            problems.add(new Fault(new Place(source, problem.span()), problem.message()));
        }
    }

    /// A name as Compose makes a project's of it: small letters, digits, `-` and `_`, the first no sign.
    private static String projectName(String written) {
        var name = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = Character.toLowerCase(written.charAt(i));
            boolean sign = c == '-' || c == '_';
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (sign && !name.isEmpty())) {
                name.append(c);
            }
        }
        return name.isEmpty() ? "default" : name.toString();
    }
}
