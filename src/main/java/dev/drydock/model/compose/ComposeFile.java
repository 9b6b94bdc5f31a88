package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.ComposeProblem;
import dev.drydock.model.compose.tree.Fragment;
import dev.drydock.model.compose.tree.Merger;
import dev.drydock.model.compose.tree.Node;
import dev.drydock.model.compose.tree.NodeReader;
import dev.drydock.model.compose.tree.Reset;
import dev.drydock.source.Place;
import dev.drydock.source.Problem;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.source.Tree;
import dev.drydock.syntax.compose.Environment;
import dev.drydock.syntax.yaml.YamlFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one Compose file says, by itself: nothing that it extends or includes is in it.
public final class ComposeFile {

    private final YamlFile yaml;
    private final String directory;
    private final Environment environment;
    private final Role role;
    private final List<Fragment> fragments;
    private final List<Problem> interpolation;
    private final ComposeModel written;

    private ComposeFile(YamlFile yaml, String directory, Environment environment) {
        this.yaml = yaml;
        this.directory = directory;
        this.environment = environment;
        this.role = Role.ofFile(yaml.source().path());
        var problems = new ArrayList<Problem>();
        this.fragments = NodeReader.read(yaml, directory, environment, problems);
        this.interpolation = List.copyOf(problems);
        this.written = together();
    }

    private ComposeModel together() {
        var problems = new ArrayList<ComposeProblem>();
        var merger = new Merger(problems);
        Node root = new Node.Mapping(Map.of(), false, new Place(source(), Span.at(0)), List.of());
        for (Fragment fragment : fragments) {
            root = merger.add(root, fragment);
        }
        return new ComposeModel(root, true, Set.of(), Set.of(), problems);
    }

    /// Reads a file. Never throws on what is in it.
    ///
    /// @param directory what paths in it are relative to
    public static ComposeFile read(Source source, String directory, Environment environment) {
        return new ComposeFile(YamlFile.read(source), directory, environment);
    }

    /// Reads a file of a tree, within its limits.
    ///
    /// @param directory what paths in it are relative to
    /// @throws IOException where it cannot be read
    static ComposeFile read(Tree tree, String path, String directory, Environment environment) throws IOException {
        YamlFile yaml = YamlFile.read(tree.source(path), tree.limits().nesting());
        return new ComposeFile(yaml, directory, environment);
    }

    /// Reads a file of a project in its own directory.
    ///
    /// @param nesting how deep its collections may lie in each other
    /// @param environment the variables of the `.env` file beside it, or none
    public static ComposeFile read(Source source, int nesting, Map<String, String> environment) {
        String directory = Tree.directory(source.path());
        return new ComposeFile(YamlFile.read(source, nesting), directory, Environment.open(environment));
    }

    /// Reads a file of a project in its own directory.
    ///
    /// @param environment the variables of the `.env` file beside it, or none
    public static ComposeFile read(Source source, Map<String, String> environment) {
        return read(source, Tree.directory(source.path()), Environment.open(environment));
    }

    /// The same file as part of another project.
    ComposeFile in(String otherDirectory, Environment otherEnvironment) {
        return otherDirectory.equals(directory) && otherEnvironment.equals(environment)
                ? this
                : new ComposeFile(yaml, otherDirectory, otherEnvironment);
    }

    public YamlFile yaml() {
        return yaml;
    }

    public Source source() {
        return yaml.source();
    }

    /// What relative paths in it start from; the root is `""`.
    public String directory() {
        return directory;
    }

    /// The variables that it was read with.
    public Environment environment() {
        return environment;
    }

    /// What the file's name tells of what it is for.
    public Role role() {
        return role;
    }

    /// Its documents, as they are written.
    public List<Fragment> fragments() {
        return fragments;
    }

    /// How it is written: the order of its keys, and what an alias stands for left out.
    public Layout layout() {
        return Layout.of(yaml);
    }

    /// What is no proper `${…}` in it.
    public List<Problem> interpolation() {
        return interpolation;
    }

    /// What it says, its documents laid over each other.
    public ComposeModel written() {
        return written;
    }

    /// Whether nothing but comments is in it.
    public boolean isEmpty() {
        boolean empty = yaml.problems().isEmpty();
        for (Fragment fragment : fragments) {
            empty &= fragment.root().isNull();
        }
        return empty;
    }

    /// Whether YAML could not read all of it: what then seems wrong or absent may be an effect of that.
    public boolean isBroken() {
        for (Problem problem : yaml.problems()) {
            if (yaml.first(problem) == null) {
                return true;
            }
        }
        return false;
    }

    /// The services as it writes them.
    public List<Service> services() {
        return written.services();
    }

    /// The service with this name, or null.
    public @Nullable Service service(String name) {
        return written.service(name);
    }

    /// Whether it takes something away from what a service of this name is laid over.
    boolean resets(String service) {
        for (Fragment fragment : fragments) {
            for (Reset reset : fragment.resets()) {
                List<String> path = reset.path();
                if (path.size() > 1
                        && path.getFirst().equals("services")
                        && path.get(1).equals(service)) {
                    return true;
                }
            }
        }
        return false;
    }
}
