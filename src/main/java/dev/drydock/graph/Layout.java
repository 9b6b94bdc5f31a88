package dev.drydock.graph;

import dev.drydock.graph.Picture.Box;
import dev.drydock.graph.Picture.Frame;
import dev.drydock.graph.Picture.Line;
import dev.drydock.graph.Picture.Route;
import dev.drydock.graph.Picture.Shape;
import dev.drydock.model.graph.ProjectGraph;
import dev.drydock.model.graph.ProjectGraph.Group;
import dev.drydock.model.graph.ProjectGraph.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lays a graph out in layers: nodes on every other layer, what is written on edges between them, and a cell on
/// each layer that an edge passes by, so that it has a way of its own between the nodes.
final class Layout {

    static final int NAME = 14;
    static final int NOTE = 11;
    static final int ON_EDGE = 11;

    private static final int MARGIN = 24;
    private static final int LANE_GAP = 28;
    private static final int FRAME = 16;
    private static final int FRAME_TITLE = 26;
    private static final int WIDEST_NAME = 240;
    private static final int WIDEST_NOTE = 250;
    private static final int WIDEST_ON_EDGE = 210;

    private final ProjectGraph graph;
    private final Layers where;
    private final int lanes;
    private final List<List<Cell>> layers = new ArrayList<>();
    private final List<Cell> byNode = new ArrayList<>();
    /// For each edge the cells from its upper end to its lower.
    private final List<List<Cell>> chains = new ArrayList<>();
    private final int[] tops;
    private final int[] heights;

    Layout(ProjectGraph graph) {
        this.graph = graph;
        this.where = new Layers(graph);
        this.lanes = graph.groups().size();
        int count = 0;
        for (int layer : where.layer) {
            count = Math.max(count, layer * 2 + 1);
        }
        for (int i = 0; i < count; i++) {
            layers.add(new ArrayList<>());
        }
        tops = new int[count];
        heights = new int[count];
    }

    Picture draw() {
        for (int i = 0; i < graph.nodes().size(); i++) {
            byNode.add(cell(i));
        }
        for (int i = 0; i < graph.edges().size(); i++) {
            chains.add(chain(i));
        }
        Ordering.order(layers);
        acrossLanes();
        int right = shift();
        int bottom = downwards();
        var shapes = new ArrayList<Shape>();
        for (Cell cell : byNode) {
            shapes.add(shape(cell));
        }
        List<Route> routes = new Routes(graph, where, chains, tops, heights).draw();
        List<Frame> frames = frames(routes);
        for (Frame frame : frames) {
            right = Math.max(right, frame.box().right());
            bottom = Math.max(bottom, frame.box().bottom());
        }
        return new Picture(right + MARGIN, bottom + MARGIN, frames, shapes, routes);
    }

    private Cell cell(int number) {
        Node node = graph.nodes().get(number);
        int width = 64;
        int height = 12;
        for (String line : name(node)) {
            width = Math.max(width, TextWidth.of(line, NAME, true) + 28);
            height += NAME + 5;
        }
        for (String line : notes(node)) {
            width = Math.max(width, TextWidth.of(line, NOTE, false) + 28);
            height += NOTE + 4;
        }
        var cell = new Cell(
                node,
                List.of(),
                where.layer[number] * 2,
                where.band[number],
                where.lane[number],
                even(width),
                even(height));
        layers.get(cell.layer).add(cell);
        return cell;
    }

    private static int even(int number) {
        return number + number % 2;
    }

    private static List<String> name(Node node) {
        return TextWidth.wrap(Label.shown(node.label()), WIDEST_NAME, NAME, true);
    }

    private static List<String> notes(Node node) {
        return wrapped(Label.notes(node), WIDEST_NOTE, NOTE);
    }

    private static List<String> wrapped(List<String> texts, int most, int size) {
        var lines = new ArrayList<String>();
        for (String text : texts) {
            lines.addAll(TextWidth.wrap(text, most, size, false));
        }
        return lines;
    }

    /// Joins the ends of an edge by a cell on each layer between them.
    private List<Cell> chain(int edge) {
        Cell upper = byNode.get(where.upperEnd(edge));
        Cell lower = byNode.get(where.lowerEnd(edge));
        List<String> lines = wrapped(Label.lines(graph.edges().get(edge)), WIDEST_ON_EDGE, ON_EDGE);
        int labelled = lines.isEmpty() ? -1 : roomiest(upper, lower, edge);
        var chain = new ArrayList<Cell>();
        chain.add(upper);
        for (int layer = upper.layer + 1; layer < lower.layer; layer++) {
            Cell cell = layer == labelled
                    ? label(lines, layer, band(layer), lane(edge, layer))
                    : new Cell(null, List.of(), layer, band(layer), lane(edge, layer), Cell.PASSING, 0);
            layers.get(layer).add(cell);
            chain.add(cell);
        }
        chain.add(lower);
        for (int i = 0; i + 1 < chain.size(); i++) {
            chain.get(i).below.add(chain.get(i + 1));
            chain.get(i + 1).above.add(chain.get(i));
        }
        return chain;
    }

    private static Cell label(List<String> lines, int layer, int band, int lane) {
        int width = 0;
        for (String line : lines) {
            width = Math.max(width, TextWidth.of(line, ON_EDGE, false) + 10);
        }
        return new Cell(null, lines, layer, band, lane, even(width), even(lines.size() * (ON_EDGE + 3) + 6));
    }

    /// The layer between nodes on which what is written makes its lane least wide; the lowest of several.
    private int roomiest(Cell upper, Cell lower, int edge) {
        int best = lower.layer - 1;
        int least = Integer.MAX_VALUE;
        for (int layer = lower.layer - 1; layer > upper.layer; layer -= 2) {
            int taken = 0;
            for (Cell cell : layers.get(layer)) {
                taken += cell.lane == lane(edge, layer) ? cell.width : 0;
            }
            if (taken < least) {
                least = taken;
                best = layer;
            }
        }
        return best;
    }

    /// The lane in which an edge passes a layer: that of its upper end as long as it is in the upper band, else
    /// that of its lower end; what comes from above all lanes and leaves the band passes to the right of them.
    private int lane(int edge, int layer) {
        int upper = where.upperEnd(edge);
        int lower = where.lowerEnd(edge);
        boolean leaves = where.band[upper] != where.band[lower];
        if (!leaves || layer > 2 * (where.upper - 1)) {
            return where.lane[lower];
        }
        return where.lane[upper] == Layers.SHARED ? lanes : where.lane[upper];
    }

    /// Places each lane by itself, then the lanes side by side, then what stands above them.
    private void acrossLanes() {
        double[] width = new double[2];
        for (int lane = 0; lane <= lanes; lane++) {
            for (int band = 0; band < 2; band++) {
                List<List<Cell>> part = part(lane, band);
                Placement.place(part);
                width[band] = beside(part, width[band], lane);
            }
        }
        double wider = Math.max(width[0], width[1]);
        for (List<Cell> layer : layers) {
            for (Cell cell : layer) {
                cell.x += (wider - width[cell.band]) / 2;
            }
        }
        for (List<Cell> layer : layers) {
            if (!of(layer, Layers.SHARED).isEmpty()) {
                above(layer);
            }
        }
        Placement.straighten(layers, chains);
    }

    private int band(int layer) {
        return layer <= 2 * (where.upper - 1) ? 0 : 1;
    }

    private List<List<Cell>> part(int lane, int band) {
        var part = new ArrayList<List<Cell>>();
        for (int i = 0; i < layers.size(); i++) {
            if (band(i) == band) {
                part.add(of(layers.get(i), lane));
            }
        }
        return part;
    }

    private static List<Cell> of(List<Cell> layer, int lane) {
        var found = new ArrayList<Cell>();
        for (Cell cell : layer) {
            if (cell.lane == lane) {
                found.add(cell);
            }
        }
        return found;
    }

    /// Moves a lane to the right of what is there.
    ///
    /// @return where the lane ends
    private double beside(List<List<Cell>> part, double taken, int lane) {
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        boolean framed = false;
        for (List<Cell> layer : part) {
            for (Cell cell : layer) {
                left = Math.min(left, cell.x - cell.width / 2.0);
                right = Math.max(right, cell.x + cell.width / 2.0);
                framed |= !cell.isPassing();
            }
        }
        if (left > right) {
            return taken;
        }
        double widen = 0;
        if (framed && lane < lanes) {
            widen = Math.max(0, titleWidth(lane) + 8 - (right - left));
        }
        double begin = taken + (taken == 0 ? 0 : LANE_GAP) + FRAME;
        for (List<Cell> layer : part) {
            for (Cell cell : layer) {
                cell.x += begin - left + widen / 2;
            }
        }
        return begin + (right - left) + widen + FRAME;
    }

    /// Places what several lanes share over the middle of what needs it; edges that pass by make room.
    private static void above(List<Cell> layer) {
        for (Cell cell : layer) {
            if (cell.lane == Layers.SHARED && !cell.below.isEmpty()) {
                double sum = 0;
                for (Cell other : cell.below) {
                    sum += other.x;
                }
                cell.x = sum / cell.below.size();
            }
        }
        layer.sort(Comparator.<Cell>comparingDouble(cell -> cell.x).thenComparingInt(cell -> cell.order));
        double[] wanted = new double[layer.size()];
        double[] weights = new double[layer.size()];
        double[] gaps = new double[layer.size()];
        for (int i = 0; i < layer.size(); i++) {
            Cell cell = layer.get(i);
            wanted[i] = cell.x;
            weights[i] = cell.isPassing() ? 4 : 1;
            gaps[i] = i == 0 ? 0 : Cell.distance(layer.get(i - 1), cell);
        }
        double[] found = Placement.spread(wanted, weights, gaps);
        for (int i = 0; i < layer.size(); i++) {
            layer.get(i).x = found[i];
        }
    }

    /// Moves everything to where the margin ends and to whole pixels.
    ///
    /// @return where it ends on the right
    private int shift() {
        double left = Double.MAX_VALUE;
        for (List<Cell> layer : layers) {
            for (Cell cell : layer) {
                left = Math.min(left, cell.x - cell.width / 2.0);
            }
        }
        for (int lane = 0; lane < lanes; lane++) {
            Column column = column(lane);
            left = column == null ? left : Math.min(left, column.left());
        }
        int right = MARGIN;
        for (List<Cell> layer : layers) {
            for (Cell cell : layer) {
                cell.x = Math.round(cell.x - left + MARGIN + FRAME);
                right = Math.max(right, (int) cell.x + cell.width / 2);
            }
        }
        return right;
    }

    /// Gives every layer its height and its place.
    ///
    /// @return where the last one ends
    private int downwards() {
        int at = MARGIN;
        for (int i = 0; i < layers.size(); i++) {
            at += before(i);
            tops[i] = at;
            for (Cell cell : layers.get(i)) {
                heights[i] = Math.max(heights[i], cell.height);
            }
            for (Cell cell : layers.get(i)) {
                cell.top = at + (heights[i] - cell.height) / 2;
            }
            at += heights[i];
        }
        return at;
    }

    /// The room above a layer: for curves, more of it the farther they go sideways, and for frames.
    private int before(int layer) {
        double farthest = 0;
        for (Cell cell : layers.get(layer)) {
            for (Cell other : cell.above) {
                farthest = Math.max(farthest, Math.abs(other.x - cell.x));
            }
        }
        int room = layer == 0 ? 0 : 18 + (int) Math.min(44, farthest / 9);
        int band = band(layer);
        int first = band == 0 ? 0 : where.upper == 0 ? 0 : 2 * where.upper - 1;
        int firstOfLanes = band == 0 ? (where.shares[0] ? 1 : 0) : 2 * where.upper + (where.shares[1] ? 1 : 0);
        return room
                + (layer == firstOfLanes && lanes > 0 ? FRAME_TITLE + FRAME : 0)
                + (layer == first && layer > 0 ? FRAME : 0);
    }

    private Shape shape(Cell cell) {
        Node node = cell.node;
        if (node == null) {
            throw new IllegalStateException("a cell of a node has none");
        }
        int middle = (int) cell.x;
        var box = new Box(middle - cell.width / 2, cell.top, cell.width, cell.height);
        var lines = new ArrayList<Line>();
        int y = cell.top + 6;
        for (String text : name(node)) {
            y += NAME + 5;
            lines.add(new Line(text, middle, y - 5, NAME, true));
        }
        for (String text : notes(node)) {
            y += NOTE + 4;
            lines.add(new Line(text, middle, y - 3, NOTE, false));
        }
        return new Shape(node, box, lines);
    }

    /// The room that a lane takes, wide enough for its title.
    private record Column(double left, double right, int top, int bottom) {}

    private @Nullable Column column(int lane) {
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int bottom = 0;
        boolean framed = false;
        for (List<Cell> layer : layers) {
            for (Cell cell : layer) {
                if (cell.lane != lane || isAboveItsBand(cell)) {
                    continue;
                }
                left = Math.min(left, cell.x - cell.width / 2.0);
                right = Math.max(right, cell.x + cell.width / 2.0);
                if (!cell.isPassing()) {
                    framed = true;
                    top = Math.min(top, cell.top);
                    bottom = Math.max(bottom, cell.top + cell.height);
                }
            }
        }
        if (!framed) {
            return null;
        }
        double missing = Math.max(0, titleWidth(lane) + 8 - (right - left)) / 2;
        return new Column(left - missing, right + missing, top, bottom);
    }

    /// Whether an edge only passes where the lower band has not begun yet.
    private boolean isAboveItsBand(Cell cell) {
        return cell.isPassing() && cell.band == 1 && cell.layer < 2 * where.upper + (where.shares[1] ? 2 : 0);
    }

    private List<Frame> frames(List<Route> routes) {
        var frames = new ArrayList<Frame>();
        for (int lane = 0; lane < lanes; lane++) {
            Column column = column(lane);
            if (column == null) {
                continue;
            }
            Group group = graph.groups().get(lane);
            int left = (int) Math.floor(column.left()) - FRAME;
            int right = (int) Math.ceil(column.right()) + FRAME;
            var box = new Box(
                    left,
                    column.top() - FRAME_TITLE - 6,
                    right - left,
                    column.bottom() - column.top() + FRAME_TITLE + FRAME + 2);
            frames.add(new Frame(group, box, Title.of(group, box, routes)));
        }
        return frames;
    }

    private int titleWidth(int lane) {
        return Title.width(graph.groups().get(lane));
    }

    /// What is written on an edge.
    static List<Line> lines(Cell label) {
        var lines = new ArrayList<Line>();
        int y = label.top + 3;
        for (String text : label.lines) {
            y += ON_EDGE + 3;
            lines.add(new Line(text, (int) label.x, y - 3, ON_EDGE, false));
        }
        return lines;
    }
}
