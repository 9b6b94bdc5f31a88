package dev.drydock.graph;

import dev.drydock.graph.Picture.Box;
import dev.drydock.graph.Picture.Point;
import dev.drydock.graph.Picture.Route;
import dev.drydock.model.graph.ProjectGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Leads each edge through its cells: straight down where it passes a layer, in a curve between two of them.
final class Routes {

    private final ProjectGraph graph;
    private final Layers where;
    private final List<List<Cell>> chains;
    private final int[] tops;
    private final int[] heights;
    private final Map<Cell, List<Integer>> leaving = new HashMap<>();
    private final Map<Cell, List<Integer>> arriving = new HashMap<>();
    /// Where each edge touches its upper and its lower end.
    private final int[] starts;
    private final int[] ends;

    Routes(ProjectGraph graph, Layers where, List<List<Cell>> chains, int[] tops, int[] heights) {
        this.graph = graph;
        this.where = where;
        this.chains = chains;
        this.tops = tops;
        this.heights = heights;
        this.starts = new int[chains.size()];
        this.ends = new int[chains.size()];
    }

    List<Route> draw() {
        for (int i = 0; i < chains.size(); i++) {
            leaving.computeIfAbsent(chains.get(i).getFirst(), _ -> new ArrayList<>())
                    .add(i);
            arriving.computeIfAbsent(chains.get(i).getLast(), _ -> new ArrayList<>())
                    .add(i);
        }
        for (Map.Entry<Cell, List<Integer>> node : leaving.entrySet()) {
            touch(node.getKey(), node.getValue(), starts, true);
        }
        for (Map.Entry<Cell, List<Integer>> node : arriving.entrySet()) {
            touch(node.getKey(), node.getValue(), ends, false);
        }
        var routes = new ArrayList<Route>();
        for (int i = 0; i < chains.size(); i++) {
            routes.add(route(i));
        }
        return routes;
    }

    /// Spreads the edges of a node along its side, each as near as can be to where it goes.
    private void touch(Cell node, List<Integer> edges, int[] found, boolean first) {
        edges.sort(
                Comparator.<Integer>comparingDouble(edge -> next(edge, first).x).thenComparingInt(edge -> edge));
        int count = edges.size();
        double room = node.width - 28.0;
        double gap = count == 1 ? 0 : Math.min(16, room / (count - 1));
        double[] wanted = new double[count];
        double[] weights = new double[count];
        double[] gaps = new double[count];
        for (int i = 0; i < count; i++) {
            double least = node.x - room / 2 + i * gap;
            double most = node.x + room / 2 - (count - 1 - i) * gap;
            wanted[i] = Math.clamp(next(edges.get(i), first).x, least, Math.max(least, most));
            weights[i] = 1;
            gaps[i] = i == 0 ? 0 : gap;
        }
        double[] spread = Placement.spread(wanted, weights, gaps);
        for (int i = 0; i < count; i++) {
            found[edges.get(i)] = (int) Math.round(spread[i]);
        }
    }

    private Cell next(int edge, boolean first) {
        List<Cell> chain = chains.get(edge);
        return first ? chain.get(1) : chain.get(chain.size() - 2);
    }

    private Route route(int edge) {
        List<Cell> chain = chains.get(edge);
        Cell upper = chain.getFirst();
        Cell lower = chain.getLast();
        var points = new ArrayList<Point>();
        points.add(new Point(starts[edge], upper.top + upper.height));
        points.add(new Point(starts[edge], tops[upper.layer] + heights[upper.layer]));
        var label = new Box(0, 0, 0, 0);
        Cell labelled = null;
        for (Cell cell : chain.subList(1, chain.size() - 1)) {
            points.add(new Point((int) cell.x, tops[cell.layer]));
            points.add(new Point((int) cell.x, tops[cell.layer] + heights[cell.layer]));
            if (!cell.isPassing()) {
                labelled = cell;
                label = new Box((int) cell.x - cell.width / 2, cell.top, cell.width, cell.height);
            }
        }
        points.add(new Point(ends[edge], tops[lower.layer]));
        points.add(new Point(ends[edge], lower.top));
        return new Route(
                graph.edges().get(edge),
                where.turned[edge] ? points.reversed() : points,
                label,
                labelled == null ? List.of() : Layout.lines(labelled));
    }
}
