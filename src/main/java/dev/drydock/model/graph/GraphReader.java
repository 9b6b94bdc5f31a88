package dev.drydock.model.graph;

import dev.drydock.model.Workspace;
import dev.drydock.model.build.Base;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Paths;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.compose.Build;
import dev.drydock.model.compose.Dependency;
import dev.drydock.model.compose.Role;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Setting;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.context.BuildContext;
import dev.drydock.model.graph.ProjectGraph.Edge;
import dev.drydock.model.graph.ProjectGraph.Group;
import dev.drydock.model.graph.ProjectGraph.Node;
import dev.drydock.source.Place;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Mount;
import dev.drydock.syntax.dockerfile.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a graph off a workspace, file by file and then way by way to run it.
final class GraphReader {

    private final Workspace workspace;
    private final List<Group> groups = new ArrayList<>();
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<Ends, Set<String>> edges = new LinkedHashMap<>();

    private record Ends(Node from, Node to, Edge.Kind kind) {}

    GraphReader(Workspace workspace) {
        this.workspace = workspace;
    }

    ProjectGraph read(List<BuildFile> files, List<Variant> variants) {
        for (BuildFile file : files) {
            read(file);
        }
        for (Variant variant : variants) {
            read(variant);
        }
        var drawn = new ArrayList<Edge>();
        for (Map.Entry<Ends, Set<String>> edge : edges.entrySet()) {
            Ends ends = edge.getKey();
            drawn.add(new Edge(ends.from(), ends.to(), ends.kind(), List.copyOf(edge.getValue())));
        }
        return new ProjectGraph(groups, List.copyOf(nodes.values()), drawn);
    }

    private void read(BuildFile file) {
        var group =
                new Group("dockerfile:" + file.source().path(), file.source().path(), Role.Kind.UNKNOWN);
        groups.add(group);
        Set<Stage> shipped = shipped(file);
        for (Stage stage : file.stages()) {
            add(new Node(
                    id(stage),
                    Node.Kind.STAGE,
                    label(stage),
                    "",
                    group,
                    Role.ofName(stage.name()).kind(),
                    shipped.contains(stage),
                    new Place(file.source(), stage.span())));
        }
        for (Stage stage : file.stages()) {
            base(stage);
            for (Step step : stage.steps()) {
                if (!step.isOnbuild()) {
                    read(step);
                }
            }
        }
    }

    /// The stages that ship and are not for development; where services build none of those, the last, which a
    /// build without a target makes.
    private Set<Stage> shipped(BuildFile file) {
        var shipped = new LinkedHashSet<Stage>();
        for (Stage stage : workspace.shipped(file)) {
            if (!workspace.isForDevelopment(stage)) {
                shipped.add(stage);
            }
        }
        Stage last = file.finalStage();
        if (shipped.isEmpty() && last != null && !workspace.isForDevelopment(last)) {
            shipped.add(last);
        }
        return shipped;
    }

    private static String id(Stage stage) {
        return "stage:" + stage.file().source().path() + "#" + stage.index();
    }

    private static String label(Stage stage) {
        if (stage.from() != null && stage.from().name() != null) {
            return stage.from().name().text();
        }
        return stage == stage.file().finalStage() ? "final stage" : stage.title();
    }

    private void base(Stage stage) {
        if (stage.from() == null) {
            return;
        }
        Node base = switch (stage.base()) {
            case Base.Parent(Stage parent) -> node(parent);
            case Base.Image(String text, var _) -> fromOutside(stage, text);
            case Base.Scratch() -> image("scratch");
            case Base.Unknown() -> image(stage.from().image().text());
        };
        add(base, node(stage), Edge.Kind.FROM, "");
    }

    private void read(Step step) {
        switch (step.instruction()) {
            case Instruction.Transfer transfer -> {
                List<Node> from = origins(step, transfer.flagValue("from"));
                for (Word source : transfer.sources()) {
                    String path = step.value(source).or(source.text());
                    if (!transfer.isHeredoc(source) && !Paths.isRemote(path)) {
                        take(from, step.stage(), Edge.Kind.COPY, path);
                    }
                }
            }
            case Instruction.Run run -> {
                for (Mount mount : run.mounts()) {
                    boolean files = mount.type().equals("bind") || mount.from() != null;
                    if (files) {
                        Word source = mount.source();
                        String path = source == null ? "/" : step.value(source).or(source.text());
                        take(origins(step, mount.from()), step.stage(), Edge.Kind.MOUNT, path);
                    }
                }
            }
            default -> {
                // The others bring no files.
            }
        }
    }

    private void take(List<Node> from, Stage stage, Edge.Kind kind, String path) {
        for (Node origin : from) {
            add(origin, node(stage), kind, path);
        }
    }

    /// Where a step takes files from: what it names, or the build contexts.
    private List<Node> origins(Step step, @Nullable Word from) {
        if (from == null) {
            return contexts(step.stage().file());
        }
        Stage stage = step.stage();
        if (!(step.value(from) instanceof Text.Known(String name))) {
            return List.of(image(from.text()));
        }
        if (!workspace.namedContexts(stage.file()).contains(name)) {
            Stage earlier = stage.file().stageReferred(name, stage.index());
            Stage other = earlier == null
                    ? stage.file().stageReferred(name, stage.file().stages().size())
                    : earlier;
            if (other != null) {
                return List.of(node(other));
            }
        }
        return List.of(fromOutside(stage, name));
    }

    /// A name that is no stage: a named context, or else an image.
    private Node fromOutside(Stage stage, String name) {
        BuildFile file = stage.file();
        if (!workspace.namedContexts(file).contains(name)) {
            return image(name);
        }
        var values = new LinkedHashSet<String>();
        Place place = null;
        for (Workspace.Use use : workspace.uses(file)) {
            for (Setting context : use.build().additionalContexts()) {
                if (context.name().equals(name) && context.value() != null) {
                    values.add(context.value().withDefaults().or(context.value().written()));
                    place = context.place();
                }
            }
        }
        return add(new Node(
                "named-context:" + file.source().path() + "#" + name,
                Node.Kind.CONTEXT,
                name,
                "named context " + String.join(", ", values),
                null,
                Role.Kind.UNKNOWN,
                false,
                place));
    }

    private Node image(String text) {
        return add(new Node("image:" + text, Node.Kind.IMAGE, text, "", null, Role.Kind.UNKNOWN, false, null));
    }

    private List<Node> contexts(BuildFile file) {
        var found = new ArrayList<Node>();
        for (BuildContext context : workspace.contexts(file)) {
            String directory = context.directory() + "/";
            found.add(context("context:" + directory, directory.equals("/") ? "./" : directory, "build context"));
        }
        if (found.isEmpty()) {
            String path = file.source().path();
            found.add(context("context-of:" + path, "build context", "not known which"));
        }
        return found;
    }

    private Node context(String id, String label, String note) {
        return add(new Node(id, Node.Kind.CONTEXT, label, note, null, Role.Kind.UNKNOWN, false, null));
    }

    private void read(Variant variant) {
        var paths = new ArrayList<String>();
        variant.files().forEach(file -> paths.add(file.source().path()));
        var group = new Group(
                "compose:" + String.join("+", paths),
                String.join(" + ", paths),
                variant.role().kind());
        groups.add(group);
        for (Service service : variant.services()) {
            add(new Node(
                    id(group, service.name()),
                    Node.Kind.SERVICE,
                    service.name(),
                    service.build() == null || service.image() == null
                            ? ""
                            : "image "
                                    + service.image()
                                            .withDefaults()
                                            .or(service.image().written()),
                    group,
                    variant.role(service).kind(),
                    false,
                    service.namePlace()));
        }
        for (Service service : variant.services()) {
            Node node = node(id(group, service.name()));
            Build build = variant.build(service);
            if (build != null) {
                boolean own = service.build() != null;
                add(built(build), node, own ? Edge.Kind.BUILD : Edge.Kind.RUN, "");
            } else if (service.image() != null) {
                String image = service.image().withDefaults().or(service.image().written());
                add(image(image), node, Edge.Kind.RUN, "");
            }
        }
        for (Service service : variant.services()) {
            for (Dependency dependency : service.dependsOn()) {
                Node needed = nodes.get(id(group, dependency.service()));
                if (needed != null) {
                    add(needed, node(id(group, service.name())), Edge.Kind.DEPENDS_ON, condition(dependency));
                }
            }
        }
    }

    private static String id(Group group, String service) {
        return "service:" + group.id().substring("compose:".length()) + "#" + service;
    }

    private static String condition(Dependency dependency) {
        String condition =
                dependency.condition() == null ? "" : dependency.condition().or("");
        return switch (condition) {
            case "service_healthy" -> "healthy";
            case "service_completed_successfully" -> "completed";
            case String _ -> "";
        };
    }

    /// What a service builds: a stage, or what stands for one that the project has not.
    private Node built(Build build) {
        BuildFile file = workspace.buildFile(build);
        Stage target = file == null ? null : Workspace.target(file, build);
        if (target != null) {
            Node stage = nodes.get(id(target));
            if (stage != null) {
                return stage;
            }
        }
        String context = build.context() == null
                ? "."
                : build.context().withDefaults().or(build.context().written());
        String dockerfile = build.dockerfile() == null
                ? "Dockerfile"
                : build.dockerfile().withDefaults().or(build.dockerfile().written());
        if (file != null && build.target() != null) {
            String name = build.target().withDefaults().or(build.target().written());
            return context(
                    "target:" + file.source().path() + "#" + name,
                    name,
                    "no stage of " + file.source().path());
        }
        return build.dockerfileInline() != null
                ? context("inline:" + context + "#" + build.place().span().start(), context, "inline Dockerfile")
                : context("build:" + context + "#" + dockerfile, context, "its " + dockerfile + " is not known");
    }

    private Node node(Stage stage) {
        return node(id(stage));
    }

    private Node node(String id) {
        Node node = nodes.get(id);
        if (node == null) {
            throw new IllegalStateException("no node " + id);
        }
        return node;
    }

    private Node add(Node node) {
        Node known = nodes.putIfAbsent(node.id(), node);
        return known == null ? node : known;
    }

    private void add(Node from, Node to, Edge.Kind kind, String label) {
        if (from.id().equals(to.id())) {
            return;
        }
        Set<String> labels = edges.computeIfAbsent(new Ends(from, to, kind), _ -> new LinkedHashSet<>());
        if (!label.isEmpty()) {
            labels.add(label);
        }
    }
}
