package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.ComposeProblem;
import dev.drydock.model.compose.tree.Fragment;
import dev.drydock.model.compose.tree.Merger;
import dev.drydock.model.compose.tree.Node;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Nearest;
import dev.drydock.source.Place;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import dev.drydock.source.Tree;
import dev.drydock.syntax.compose.Environment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts files together as Compose does: document by document, each with what it includes and extends, laid over
/// what is before it.
final class Loader {

    private static final List<String> RESOURCES =
            List.of("services", "networks", "volumes", "secrets", "configs", "models");

    private final ComposeFiles files;
    private final List<ComposeProblem> problems = new ArrayList<>();
    private final Merger merger = new Merger(problems);
    private final Set<String> incomplete = new HashSet<>();
    private final Set<String> used = new HashSet<>();
    private final List<String> including;
    private boolean complete = true;

    private Loader(ComposeFiles files, List<String> including) {
        this.files = files;
        this.including = including;
    }

    /// Puts files together.
    static ComposeModel load(ComposeFiles files, List<ComposeFile> parts) {
        var loader = new Loader(files, new ArrayList<>());
        Node root = loader.root(parts);
        return new ComposeModel(root, loader.complete, loader.incomplete, loader.used, loader.problems);
    }

    private Node root(List<ComposeFile> parts) {
        for (ComposeFile part : parts) {
            including.add(part.source().path());
        }
        var start = new Place(parts.getFirst().source(), Span.at(0));
        Node root = new Node.Mapping(Map.of(), false, start, List.of());
        for (ComposeFile part : parts) {
            for (Fragment fragment : part.fragments()) {
                Node own = fragment.shaped();
                if (own instanceof Node.Mapping mapping) {
                    Node included = included(part, mapping);
                    Node extended = extended(part, mapping);
                    own = included == null
                            ? extended
                            : merger.merge(Merger.without(included, fragment.resets()), extended);
                }
                root = merger.merge(Merger.without(root, fragment.resets()), own);
            }
        }
        for (ComposeFile part : parts) {
            including.remove(part.source().path());
        }
        return root;
    }

    /// The services and resources that a document includes; null where it includes nothing.
    private @Nullable Node included(ComposeFile file, Node.Mapping document) {
        Node written = document.value("include");
        if (written == null) {
            return null;
        }
        Node all = null;
        for (Node item : written.items()) {
            Node one = included(file, Include.of(item));
            all = all == null || one == null ? (one == null ? all : one) : merger.merge(all, one);
        }
        return all;
    }

    private @Nullable Node included(ComposeFile file, Include include) {
        if (include.paths().isEmpty()) {
            return null;
        }
        String directory = null;
        if (include.directory() != null) {
            directory = include.directory().path();
        } else if (include.paths().getFirst().path() != null) {
            directory = Tree.directory(String.valueOf(include.paths().getFirst().path()));
        }
        if (directory == null) {
            complete = false;
            return null;
        }
        Environment environment = environment(file, include, directory);
        var parts = new ArrayList<ComposeFile>();
        for (Value path : include.paths()) {
            String name = path.path();
            if (name == null) {
                // Outside of the project, remote, or named by a variable.
                complete = false;
                return null;
            }
            if (including.contains(name)) {
                complete = false;
                problem(
                        ComposeProblem.Kind.INCLUDE_MISSING,
                        path.place(),
                        name + " includes itself; take one include away");
                return null;
            }
            ComposeFile part = files.file(name, directory, environment);
            if (part == null) {
                complete = false;
                problem(
                        ComposeProblem.Kind.INCLUDE_MISSING,
                        path.place(),
                        "there is no " + name + ", and Compose stops here" + near(file, name));
                return null;
            }
            used.add(name);
            parts.add(part);
        }
        return imported(root(parts));
    }

    /// What of an included project becomes part of the one that includes it.
    private static Node imported(Node root) {
        if (!(root instanceof Node.Mapping mapping)) {
            return root;
        }
        Map<String, Node.Member> members = new LinkedHashMap<>();
        for (Node.Member member : mapping.members()) {
            if (RESOURCES.contains(member.key())) {
                members.put(member.key(), member);
            }
        }
        return new Node.Mapping(members, false, mapping.place(), List.of());
    }

    /// The variables of an included project: its own, except where the including project sets them.
    private Environment environment(ComposeFile file, Include include, String directory) {
        Map<String, String> variables = new HashMap<>();
        if (include.envFiles().isEmpty()) {
            variables.putAll(ComposeProject.environment(files.tree(), directory));
        }
        for (Value envFile : include.envFiles()) {
            String path = envFile.path();
            if (path != null) {
                variables.putAll(ComposeProject.environmentFile(files.tree(), path));
            }
        }
        variables.putAll(file.environment().variables());
        return new Environment(variables, file.environment().closed());
    }

    /// The document with its services laid over those that they extend.
    private Node.Mapping extended(ComposeFile file, Node.Mapping document) {
        Node.Mapping services = document.mapping("services");
        if (services == null || !extendsSomething(services)) {
            return document;
        }
        Map<String, Node.Member> resolved = new LinkedHashMap<>();
        for (Node.Member member : services.members()) {
            Node value = extended(file, services, member, member.key(), new ArrayList<>());
            resolved.put(member.key(), new Node.Member(member.key(), member.keyPlaces(), value));
        }
        Map<String, Node.Member> members = new LinkedHashMap<>(document.byKey());
        Node.Member before = document.member("services");
        if (before != null) {
            var all = new Node.Mapping(resolved, false, services.place(), services.replaced());
            members.put("services", new Node.Member("services", before.keyPlaces(), all));
        }
        return new Node.Mapping(members, false, document.place(), List.of());
    }

    private static boolean extendsSomething(Node.Mapping services) {
        for (Node.Member member : services.members()) {
            if (member.value() instanceof Node.Mapping service && service.member("extends") != null) {
                return true;
            }
        }
        return false;
    }

    /// A service laid over what it extends, and that over what it extends itself.
    ///
    /// @param top the service that all this is for
    /// @param chain the services that led here
    private Node extended(ComposeFile file, Node.Mapping siblings, Node.Member member, String top, List<String> chain) {
        if (!(member.value() instanceof Node.Mapping service) || service.member("extends") == null) {
            return member.value();
        }
        String self = file.source().path() + "#" + member.key();
        Extends extended = ServiceReader.extended(service.member("extends"));
        if (extended == null || !(extended.service().text() instanceof Text.Known(String name))) {
            incomplete.add(top);
            return member.value();
        }
        if (chain.contains(self)) {
            incomplete.add(top);
            problem(
                    ComposeProblem.Kind.EXTENDS_MISSING,
                    extended.service().place(),
                    "service \"" + member.key() + "\" extends itself; take one \"extends\" away");
            return member.value();
        }
        chain.add(self);
        ComposeFile other = file;
        Node.Mapping services = siblings;
        if (extended.file() != null) {
            other = other(file, extended.file());
            services = other == null || !(other.written().root() instanceof Node.Mapping root)
                    ? null
                    : root.mapping("services");
        }
        if (other == null) {
            incomplete.add(top);
            return member.value();
        }
        Node.Member base = services == null ? null : services.member(name);
        if (base == null) {
            incomplete.add(top);
            problem(
                    ComposeProblem.Kind.EXTENDS_MISSING,
                    extended.service().place(),
                    other.source().path() + " has no service \"" + name + "\" to extend"
                            + Nearest.hint(
                                    name,
                                    services == null
                                            ? Set.of()
                                            : services.byKey().keySet()));
            return member.value();
        }
        Node resolved = extended(other, services == null ? siblings : services, base, top, chain);
        for (Fragment fragment : file.fragments()) {
            resolved = Merger.without(resolved, fragment.resets(), List.of("services", member.key()));
        }
        return without(merger.extend(resolved, member.value()), "extends");
    }

    private static Node without(Node node, String key) {
        if (!(node instanceof Node.Mapping mapping)) {
            return node;
        }
        Map<String, Node.Member> members = new LinkedHashMap<>(mapping.byKey());
        members.remove(key);
        return new Node.Mapping(members, false, mapping.place(), mapping.replaced());
    }

    private @Nullable ComposeFile other(ComposeFile file, Value named) {
        String path = named.path();
        if (path == null) {
            return null;
        }
        used.add(path);
        ComposeFile other = files.file(path, Tree.directory(path), file.environment());
        if (other == null) {
            problem(
                    ComposeProblem.Kind.EXTENDS_MISSING,
                    named.place(),
                    "there is no " + path + ", and Compose stops here" + near(file, path));
        }
        return other;
    }

    /// The file that may have been meant by one that is missing, other than the one that names it.
    private String near(ComposeFile file, String path) {
        String directory = Tree.directory(path);
        List<String> others = new ArrayList<>(files.tree().names(directory));
        String own = file.source().path();
        if (Tree.directory(own).equals(directory)) {
            others.remove(own.substring(own.lastIndexOf('/') + 1));
        }
        return Nearest.hint(path.substring(path.lastIndexOf('/') + 1), others);
    }

    private void problem(ComposeProblem.Kind kind, Place place, String message) {
        problems.add(new ComposeProblem(kind, place, message));
    }
}
