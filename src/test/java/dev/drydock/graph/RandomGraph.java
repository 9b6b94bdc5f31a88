package dev.drydock.graph;

import dev.drydock.model.compose.Role;
import dev.drydock.model.graph.ProjectGraph;
import dev.drydock.model.graph.ProjectGraph.Edge;
import dev.drydock.model.graph.ProjectGraph.Group;
import dev.drydock.model.graph.ProjectGraph.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Graphs such as projects have, circles and strange names among them.
final class RandomGraph {

    private static final List<String> NAMES = List.of(
            "a",
            "build",
            "final stage",
            "registry.example.com/team/very/long/path/to/an/image-name:1.2.3-alpine3.22",
            "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
            "日本語の名前",
            "<b>\"x\"</b>",
            "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
            "🙂🙂🙂",
            "",
            "iiii");

    private final Random random;
    private final List<Group> groups = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final Set<String> joined = new HashSet<>();

    private RandomGraph(long seed) {
        this.random = new Random(seed);
    }

    static ProjectGraph of(long seed) {
        return new RandomGraph(seed).graph();
    }

    private ProjectGraph graph() {
        var stages = new ArrayList<Node>();
        for (int file = random.nextInt(4); file > 0; file--) {
            List<Node> own = members(Node.Kind.STAGE, 1 + random.nextInt(random.nextInt(5) == 0 ? 30 : 6));
            stages.addAll(own);
            for (int i = random.nextInt(own.size() * 2); i > 0; i--) {
                boolean mount = random.nextInt(3) == 0;
                join(any(own), any(own), mount ? Edge.Kind.MOUNT : Edge.Kind.COPY, random.nextInt(6));
            }
        }
        var services = new ArrayList<Node>();
        for (int file = random.nextInt(3); file > 0; file--) {
            List<Node> own = members(Node.Kind.SERVICE, 1 + random.nextInt(8));
            services.addAll(own);
            for (int i = random.nextInt(own.size() + 1); i > 0; i--) {
                join(any(own), any(own), Edge.Kind.DEPENDS_ON, random.nextInt(2));
            }
        }
        for (Node service : services) {
            if (!stages.isEmpty() && random.nextBoolean()) {
                join(any(stages), service, Edge.Kind.BUILD, 0);
            }
        }
        for (int i = random.nextInt(8); i > 0; i--) {
            Node source = new Node(
                    "source" + i,
                    random.nextBoolean() ? Node.Kind.IMAGE : Node.Kind.CONTEXT,
                    any(NAMES),
                    random.nextBoolean() ? "build context" : "",
                    null,
                    Role.Kind.UNKNOWN,
                    false,
                    null);
            nodes.add(source);
            for (int j = random.nextInt(7); j > 0; j--) {
                if (!stages.isEmpty() && (services.isEmpty() || random.nextInt(3) > 0)) {
                    join(source, any(stages), Edge.Kind.COPY, random.nextInt(5));
                } else if (!services.isEmpty()) {
                    join(source, any(services), Edge.Kind.RUN, 0);
                }
            }
        }
        return new ProjectGraph(groups, nodes, edges);
    }

    private List<Node> members(Node.Kind kind, int count) {
        var group = new Group("g" + groups.size(), "some/" + any(NAMES), any(List.of(Role.Kind.values())));
        groups.add(group);
        var own = new ArrayList<Node>();
        for (int i = 0; i < count; i++) {
            own.add(new Node(
                    group.id() + "." + i,
                    kind,
                    any(NAMES),
                    random.nextInt(4) == 0 ? "image " + any(NAMES) : "",
                    group,
                    any(List.of(Role.Kind.values())),
                    kind == Node.Kind.STAGE && random.nextInt(3) == 0,
                    null));
        }
        nodes.addAll(own);
        return own;
    }

    private void join(Node from, Node to, Edge.Kind kind, int labels) {
        if (from.equals(to) || !joined.add(from.id() + ">" + to.id() + kind)) {
            return;
        }
        var written = new ArrayList<String>();
        for (int i = 0; i < labels; i++) {
            written.add(any(NAMES) + i);
        }
        edges.add(new Edge(from, to, kind, written));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
