package dev.drydock.graph;

import dev.drydock.model.graph.ProjectGraph;
import dev.drydock.model.graph.ProjectGraph.Edge;
import dev.drydock.model.graph.ProjectGraph.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// On which level each node stands, and in which lane.
///
/// There are two bands: what builds is above what runs. In a band, each Dockerfile or way to run has a lane of its
/// own with what only it takes from; what several lanes share stands above all of them. In a lane, a node stands
/// below all that it needs, and what nothing else is needed for stands just above what needs it.
final class Layers {

    /// The lane of what several lanes share.
    static final int SHARED = -1;

    final Map<Node, Integer> numbers = new HashMap<>();
    final int[] band;
    final int[] lane;
    final int[] layer;
    /// Which edges are turned round, so that none goes up.
    final boolean[] turned;
    /// How many layers the upper band has.
    int upper;
    /// For each band, whether its first layer is that of what is shared.
    final boolean[] shares = new boolean[2];

    private final ProjectGraph graph;
    private final List<List<Integer>> out = new ArrayList<>();
    private final int[] from;
    private final int[] to;

    Layers(ProjectGraph graph) {
        this.graph = graph;
        int count = graph.nodes().size();
        band = new int[count];
        lane = new int[count];
        layer = new int[count];
        int edges = graph.edges().size();
        turned = new boolean[edges];
        from = new int[edges];
        to = new int[edges];
        for (int i = 0; i < count; i++) {
            numbers.put(graph.nodes().get(i), i);
            out.add(new ArrayList<>());
        }
        for (int i = 0; i < edges; i++) {
            Edge edge = graph.edges().get(i);
            from[i] = number(edge.from());
            to[i] = number(edge.to());
            out.get(from[i]).add(i);
        }
        choose();
        turn();
        place();
    }

    private int number(Node node) {
        Integer number = numbers.get(node);
        if (number == null) {
            throw new IllegalArgumentException("an edge names a node that is not there: " + node.id());
        }
        return number;
    }

    int upperEnd(int edge) {
        return turned[edge] ? to[edge] : from[edge];
    }

    int lowerEnd(int edge) {
        return turned[edge] ? from[edge] : to[edge];
    }

    private void choose() {
        for (int i = 0; i < band.length; i++) {
            Node node = graph.nodes().get(i);
            if (node.group() != null) {
                band[i] = node.kind() == Node.Kind.SERVICE ? 1 : 0;
                lane[i] = graph.groups().indexOf(node.group());
            } else {
                band[i] = -1;
                lane[i] = SHARED;
            }
        }
        for (int i = 0; i < band.length; i++) {
            if (graph.nodes().get(i).group() != null) {
                continue;
            }
            int lowest = 1;
            for (int edge : out.get(i)) {
                lowest = band[to[edge]] == 0 ? 0 : lowest;
            }
            int only = -2;
            for (int edge : out.get(i)) {
                int target = to[edge];
                if (graph.nodes().get(target).group() != null && band[target] == lowest) {
                    only = only == -2 || only == lane[target] ? lane[target] : SHARED;
                }
            }
            band[i] = lowest;
            lane[i] = only == -2 ? SHARED : only;
        }
    }

    /// Turns the edges round that close a circle, or that go up to the other band.
    private void turn() {
        int[] state = new int[band.length];
        int[] next = new int[band.length];
        var open = new ArrayDeque<Integer>();
        for (int root = 0; root < band.length; root++) {
            if (state[root] == 0) {
                open.push(root);
                state[root] = 1;
            }
            while (!open.isEmpty()) {
                int node = open.element();
                if (next[node] == out.get(node).size()) {
                    state[node] = 2;
                    open.pop();
                    continue;
                }
                int edge = out.get(node).get(next[node]++);
                int target = to[edge];
                if (band[node] != band[target]) {
                    turned[edge] = band[node] > band[target];
                } else if (state[target] == 1) {
                    turned[edge] = true;
                }
                if (state[target] == 0) {
                    state[target] = 1;
                    open.push(target);
                }
            }
        }
    }

    private void place() {
        for (int i = 0; i < band.length; i++) {
            shares[band[i]] |= lane[i] == SHARED;
        }
        longestPaths();
        tighten();
        for (int i = 0; i < band.length; i++) {
            if (band[i] == 0) {
                upper = Math.max(upper, layer[i] + 1);
            }
        }
        for (int i = 0; i < band.length; i++) {
            layer[i] += band[i] == 0 ? 0 : upper;
        }
    }

    private void longestPaths() {
        int[] waiting = new int[band.length];
        List<List<Integer>> below = new ArrayList<>();
        for (int i = 0; i < band.length; i++) {
            below.add(new ArrayList<>());
            layer[i] = shares[band[i]] && lane[i] != SHARED ? 1 : 0;
        }
        for (int edge = 0; edge < turned.length; edge++) {
            if (isInOneBand(edge)) {
                waiting[lowerEnd(edge)]++;
                below.get(upperEnd(edge)).add(lowerEnd(edge));
            }
        }
        var ready = new ArrayDeque<Integer>();
        for (int i = 0; i < band.length; i++) {
            if (waiting[i] == 0) {
                ready.add(i);
            }
        }
        while (!ready.isEmpty()) {
            int node = ready.remove();
            for (int target : below.get(node)) {
                layer[target] = Math.max(layer[target], layer[node] + 1);
                if (--waiting[target] == 0) {
                    ready.add(target);
                }
            }
        }
    }

    private boolean isInOneBand(int edge) {
        return band[from[edge]] == band[to[edge]];
    }

    /// What nothing else is needed for comes down to just above what needs it, unless several lanes share it.
    private void tighten() {
        int[] above = new int[band.length];
        int[] lowest = new int[band.length];
        Arrays.fill(lowest, Integer.MAX_VALUE);
        for (int edge = 0; edge < turned.length; edge++) {
            if (isInOneBand(edge)) {
                above[lowerEnd(edge)]++;
                int end = upperEnd(edge);
                lowest[end] = Math.min(lowest[end], layer[lowerEnd(edge)] - 1);
            }
        }
        for (int i = 0; i < band.length; i++) {
            boolean comesDown = above[i] == 0 && lane[i] != SHARED && lowest[i] != Integer.MAX_VALUE;
            layer[i] = comesDown ? Math.max(layer[i], lowest[i]) : layer[i];
        }
    }
}
