package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.ComposeProblem;
import dev.drydock.model.compose.tree.Fragment;
import dev.drydock.model.compose.tree.Merger;
import dev.drydock.model.compose.tree.Node;
import dev.drydock.model.compose.tree.ResetTree;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Nearest;
import dev.drydock.source.Place;
import dev.drydock.source.Problem;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import dev.drydock.source.Tree;
import dev.drydock.syntax.compose.DotEnv;
import dev.drydock.syntax.compose.Environment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
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

    /// Two includes in each of 20 files would read a million.
    private static final int MAX_INCLUDED = 1000;

    private final ComposeFiles files;
    private final List<ComposeProblem> problems = new ArrayList<>();
    private final Merger merger = new Merger(problems);
    private final Set<String> incomplete = new HashSet<>();
    private final Set<String> used = new HashSet<>();
    private final IdentityHashMap<Node.Mapping, Map<String, Extended>> workedOut = new IdentityHashMap<>();
    private final Map<ComposeFile, ResetTree> resets = new HashMap<>();
    private final List<String> including;
    private boolean complete = true;
    private int included;

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
        included += include.paths().size();
        if (included > MAX_INCLUDED) {
            if (complete) {
                problem(
                        ComposeProblem.Kind.INCLUDE_MISSING,
                        include.place(),
                        "this is one of more than " + MAX_INCLUDED + " files that are included; include each once");
            }
            complete = false;
            return null;
        }
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
                problem(ComposeProblem.Kind.INCLUDE_MISSING, path.place(), missing(file, name));
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
            String own = Tree.join(directory, ".env");
            if (files.tree().kind(own) == Tree.Kind.FILE) {
                read(own, file, include.place(), variables);
            }
        }
        for (Value envFile : include.envFiles()) {
            String path = envFile.path();
            if (path != null) {
                read(path, file, envFile.place(), variables);
            }
        }
        variables.putAll(file.environment().variables());
        return new Environment(variables, file.environment().closed());
    }

    private void read(String path, ComposeFile file, Place place, Map<String, String> variables) {
        try {
            Source source = Source.of(path, files.tree().read(path));
            DotEnv read = DotEnv.read(source, file.environment());
            for (Problem problem : read.problems()) {
                problem(ComposeProblem.Kind.INCLUDE_MISSING, new Place(source, problem.span()), problem.message());
            }
            variables.putAll(read.known());
        } catch (IOException _) {
            problem(ComposeProblem.Kind.INCLUDE_MISSING, place, missing(file, path));
        }
    }

    /// The document with its services laid over those that they extend.
    private Node.Mapping extended(ComposeFile file, Node.Mapping document) {
        Node.Mapping services = document.mapping("services");
        if (services == null || !extendsSomething(services)) {
            return document;
        }
        Map<String, Node.Member> resolved = new LinkedHashMap<>();
        for (Node.Member member : services.members()) {
            Extended extended = extended(new Link(file, services, member));
            if (!extended.complete()) {
                incomplete.add(member.key());
            }
            resolved.put(member.key(), member.with(extended.node()));
        }
        Map<String, Node.Member> members = new LinkedHashMap<>(document.byKey());
        Node.Member before = document.member("services");
        if (before != null) {
            members.put(
                    "services", before.with(new Node.Mapping(resolved, false, services.place(), services.replaced())));
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

    /// A service, and where what it extends is looked for.
    private record Link(ComposeFile file, Node.Mapping siblings, Node.Member member) {
        String self() {
            return file.source().path() + "#" + member.key();
        }

        @Nullable
        Extends extended() {
            return member.value() instanceof Node.Mapping service
                    ? ServiceReader.extended(service.member("extends"))
                    : null;
        }
    }

    /// A service laid over what it extends.
    ///
    /// @param complete whether all of that was found
    private record Extended(Node node, boolean complete) {}

    /// A service laid over what it extends, and that over what it extends itself. Each is worked out once,
    /// and without recursion: nothing bounds such a chain.
    private Extended extended(Link top) {
        var chain = new ArrayList<Link>();
        var names = new HashSet<String>();
        Link link = top;
        Extended base = null;
        while (base == null) {
            base = known(link);
            if (base != null) {
                break;
            }
            Extends extended = link.extended();
            if (extended == null) {
                boolean complete =
                        !(link.member().value() instanceof Node.Mapping service) || service.member("extends") == null;
                base = new Extended(link.member().value(), complete);
            } else if (!names.add(link.self())) {
                problem(
                        ComposeProblem.Kind.EXTENDS_MISSING,
                        extended.service().place(),
                        "service \"" + link.member().key() + "\" extends itself; take one \"extends\" away");
                base = new Extended(link.member().value(), false);
            } else {
                Link next = next(link, extended);
                if (next == null) {
                    base = new Extended(link.member().value(), false);
                } else {
                    chain.add(link);
                    link = next;
                }
            }
        }
        for (Link over : chain.reversed()) {
            Node below = resets(over.file()).below(over.member().key()).without(base.node());
            Node laid = without(merger.extend(below, over.member().value()), "extends");
            base = new Extended(laid, base.complete());
            workedOut
                    .computeIfAbsent(over.siblings(), _ -> new HashMap<>())
                    .put(over.member().key(), base);
        }
        return base;
    }

    private @Nullable Extended known(Link link) {
        Map<String, Extended> services = workedOut.get(link.siblings());
        return services == null ? null : services.get(link.member().key());
    }

    /// What a file takes away from its services.
    private ResetTree resets(ComposeFile file) {
        return resets.computeIfAbsent(file, _ -> ResetTree.of(file.fragments()).below("services"));
    }

    /// The service that another one extends; null where it is unknown or missing.
    private @Nullable Link next(Link link, Extends extended) {
        if (!(extended.service().text() instanceof Text.Known(String name))) {
            return null;
        }
        ComposeFile file = extended.file() == null ? link.file() : other(link.file(), extended.file());
        if (file == null) {
            return null;
        }
        Node.Mapping services = link.siblings();
        if (extended.file() != null) {
            services = file.written().root() instanceof Node.Mapping root ? root.mapping("services") : null;
        }
        Node.Member base = services == null ? null : services.member(name);
        if (services == null || base == null) {
            problem(
                    ComposeProblem.Kind.EXTENDS_MISSING,
                    extended.service().place(),
                    file.source().path() + " has no service \"" + name + "\" to extend"
                            + Nearest.hint(
                                    name,
                                    services == null
                                            ? Set.of()
                                            : services.byKey().keySet()));
            return null;
        }
        return new Link(file, services, base);
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
            problem(ComposeProblem.Kind.EXTENDS_MISSING, named.place(), missing(file, path));
        }
        return other;
    }

    /// Says that a file is missing, and which one may have been meant, other than the one that names it.
    private String missing(ComposeFile file, String path) {
        String directory = Tree.directory(path);
        List<String> others = new ArrayList<>(files.tree().names(directory));
        String own = file.source().path();
        if (Tree.directory(own).equals(directory)) {
            others.remove(own.substring(own.lastIndexOf('/') + 1));
        }
        return "there is no " + path + ", and Compose stops here"
                + Nearest.hint(path.substring(path.lastIndexOf('/') + 1), others);
    }

    private void problem(ComposeProblem.Kind kind, Place place, String message) {
        problems.add(new ComposeProblem(kind, place, message));
    }
}
