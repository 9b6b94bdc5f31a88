package dev.drydock.graph;

import dev.drydock.graph.Picture.Frame;
import dev.drydock.graph.Picture.Route;
import dev.drydock.graph.Picture.Shape;
import dev.drydock.model.graph.ProjectGraph;
import dev.drydock.model.graph.ProjectGraph.Edge;
import dev.drydock.model.graph.ProjectGraph.Group;
import dev.drydock.model.graph.ProjectGraph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Draws the parts of a graph that nothing joins each by itself, and puts them side by side in rows.
final class Shelf {

    /// A row that is wider than this ends.
    private static final int WIDEST = 1500;
    /// What more Dockerfiles or ways to run share than this is drawn in each of them, because lines to all of them
    /// say less.
    private static final int MOST_SHARERS = 4;

    private final Map<Object, Object> leaders = new HashMap<>();

    private Shelf() {}

    static Picture of(ProjectGraph graph) {
        var shelf = new Shelf();
        ProjectGraph drawn = copied(graph);
        var frames = new ArrayList<Frame>();
        var shapes = new ArrayList<Shape>();
        var routes = new ArrayList<Route>();
        int width = 48;
        int height = 48;
        int left = 0;
        int top = 0;
        for (ProjectGraph part : shelf.parts(drawn)) {
            Picture alone = Picture.ofOne(part);
            if (left > 0 && left + alone.width() > WIDEST) {
                left = 0;
                top = height - 20;
            }
            Picture moved = alone.moved(left, top);
            frames.addAll(moved.frames());
            shapes.addAll(moved.shapes());
            routes.addAll(moved.routes());
            left = moved.width() - 20;
            width = Math.max(width, moved.width());
            height = Math.max(height, moved.height());
        }
        return new Picture(width, height, frames, shapes, routes);
    }

    /// The graph with copies of what many share.
    private static ProjectGraph copied(ProjectGraph graph) {
        Map<Node, Set<Group>> sharers = new HashMap<>();
        for (Edge edge : graph.edges()) {
            if (edge.from().group() == null && edge.to().group() != null) {
                sharers.computeIfAbsent(edge.from(), _ -> new LinkedHashSet<>())
                        .add(edge.to().group());
            }
        }
        Map<String, Node> copies = new LinkedHashMap<>();
        var edges = new ArrayList<Edge>();
        for (Edge edge : graph.edges()) {
            Node from = edge.from();
            Group group = edge.to().group();
            if (group != null && sharers.getOrDefault(from, Set.of()).size() > MOST_SHARERS) {
                String id = from.id() + " in " + group.id();
                Node copy = copies.computeIfAbsent(
                        id,
                        _ -> new Node(
                                id, from.kind(), from.label(), from.note(), null, from.role(), false, from.place()));
                edges.add(new Edge(copy, edge.to(), edge.kind(), edge.labels()));
            } else {
                edges.add(edge);
            }
        }
        var nodes = new ArrayList<Node>();
        for (Node node : graph.nodes()) {
            if (sharers.getOrDefault(node, Set.of()).size() <= MOST_SHARERS) {
                nodes.add(node);
            }
        }
        nodes.addAll(copies.values());
        return new ProjectGraph(graph.groups(), nodes, edges);
    }

    private List<ProjectGraph> parts(ProjectGraph graph) {
        for (Node node : graph.nodes()) {
            if (node.group() != null) {
                join(node, node.group());
            }
        }
        for (Edge edge : graph.edges()) {
            join(edge.from(), edge.to());
        }
        Map<Object, List<Node>> nodes = new LinkedHashMap<>();
        for (Node node : graph.nodes()) {
            nodes.computeIfAbsent(leader(node), _ -> new ArrayList<>()).add(node);
        }
        Map<Object, List<Edge>> edges = new HashMap<>();
        for (Edge edge : graph.edges()) {
            edges.computeIfAbsent(leader(edge.from()), _ -> new ArrayList<>()).add(edge);
        }
        var parts = new ArrayList<ProjectGraph>();
        for (Map.Entry<Object, List<Node>> part : nodes.entrySet()) {
            var groups = new LinkedHashSet<Group>();
            for (Node node : part.getValue()) {
                if (node.group() != null) {
                    groups.add(node.group());
                }
            }
            parts.add(new ProjectGraph(
                    List.copyOf(groups), part.getValue(), edges.getOrDefault(part.getKey(), List.of())));
        }
        return parts;
    }

    private void join(Object one, Object other) {
        Object first = leader(one);
        Object second = leader(other);
        if (!first.equals(second)) {
            leaders.put(second, first);
        }
    }

    private Object leader(Object of) {
        Object at = of;
        while (leaders.containsKey(at)) {
            at = leaders.get(at);
        }
        return at;
    }
}
