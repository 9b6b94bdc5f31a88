package dev.drydock.graph;

import dev.drydock.model.graph.ProjectGraph;
import dev.drydock.model.graph.ProjectGraph.Edge;
import dev.drydock.model.graph.ProjectGraph.Group;
import dev.drydock.model.graph.ProjectGraph.Node;
import java.util.ArrayList;
import java.util.List;

/// A graph that is laid out: where everything stands, in pixels from the top left.
record Picture(int width, int height, List<Frame> frames, List<Shape> shapes, List<Route> routes) {

    /// A rectangle.
    record Box(int left, int top, int width, int height) {

        int right() {
            return left + width;
        }

        int bottom() {
            return top + height;
        }

        int middle() {
            return left + width / 2;
        }

        boolean overlaps(Box other) {
            return left < other.right() && other.left < right() && top < other.bottom() && other.top < bottom();
        }

        boolean contains(Box other) {
            return left <= other.left && top <= other.top && right() >= other.right() && bottom() >= other.bottom();
        }

        boolean holds(double x, double y) {
            return x > left && x < right() && y > top && y < bottom();
        }
    }

    record Point(int x, int y) {}

    /// A line of text, centred at `x`, its letters standing on `y`.
    record Line(String text, int x, int y, int size, boolean bold) {

        /// The room that the text takes.
        Box box() {
            int width = TextWidth.of(text, size, bold);
            return new Box(x - width / 2, y - size * 9 / 10, width, size * 6 / 5);
        }
    }

    /// What belongs together.
    ///
    /// @param title with its box, which lies in the frame's own
    record Frame(Group group, Box box, Line title) {}

    /// A node.
    record Shape(Node node, Box box, List<Line> lines) {
        Shape {
            lines = List.copyOf(lines);
        }
    }

    /// An edge.
    ///
    /// @param points from its beginning on; every other piece between two of them is straight down or up, and the
    ///     ones between are curves that leave and arrive so
    /// @param label the box of what is written on it; empty where nothing is
    record Route(Edge edge, List<Point> points, Box label, List<Line> lines) {
        Route {
            points = List.copyOf(points);
            lines = List.copyOf(lines);
        }

        /// Whether the edge passes through a box.
        boolean passes(Box box) {
            for (int i = 1; i < points.size(); i++) {
                Point from = points.get(i - 1);
                Point to = points.get(i);
                boolean beside = Math.max(from.x(), to.x()) <= box.left() || Math.min(from.x(), to.x()) >= box.right();
                boolean apart = Math.max(from.y(), to.y()) <= box.top() || Math.min(from.y(), to.y()) >= box.bottom();
                if (!beside && !apart && passes(from, to, box)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean passes(Point from, Point to, Box box) {
            for (int step = 0; step <= STEPS; step++) {
                double t = (double) step / STEPS;
                // A curve whose ends are upright, with its handles at half of the height.
                double x = from.x() + (to.x() - from.x()) * t * t * (3 - 2 * t);
                double y = from.y() + (to.y() - from.y()) * t * (1.5 - 1.5 * t + t * t);
                if (box.holds(x, y)) {
                    return true;
                }
            }
            return false;
        }
    }

    /// Into how many pieces a curve is cut to see where it passes.
    private static final int STEPS = 64;

    Picture {
        frames = List.copyOf(frames);
        shapes = List.copyOf(shapes);
        routes = List.copyOf(routes);
    }

    /// Lays a graph out.
    static Picture of(ProjectGraph graph) {
        return Shelf.of(graph);
    }

    /// Lays a graph out that is of one piece.
    static Picture ofOne(ProjectGraph graph) {
        return new Layout(graph).draw();
    }

    /// The picture moved to the right and down.
    Picture moved(int right, int down) {
        var movedFrames = new ArrayList<Frame>();
        for (Frame frame : frames) {
            movedFrames.add(
                    new Frame(frame.group(), moved(frame.box(), right, down), moved(frame.title(), right, down)));
        }
        var movedShapes = new ArrayList<Shape>();
        for (Shape shape : shapes) {
            movedShapes.add(
                    new Shape(shape.node(), moved(shape.box(), right, down), moved(shape.lines(), right, down)));
        }
        var movedRoutes = new ArrayList<Route>();
        for (Route route : routes) {
            var points = new ArrayList<Point>();
            for (Point point : route.points()) {
                points.add(new Point(point.x() + right, point.y() + down));
            }
            movedRoutes.add(new Route(
                    route.edge(), points, moved(route.label(), right, down), moved(route.lines(), right, down)));
        }
        return new Picture(width + right, height + down, movedFrames, movedShapes, movedRoutes);
    }

    private static Box moved(Box box, int right, int down) {
        return new Box(box.left() + right, box.top() + down, box.width(), box.height());
    }

    private static Line moved(Line line, int right, int down) {
        return new Line(line.text(), line.x() + right, line.y() + down, line.size(), line.bold());
    }

    private static List<Line> moved(List<Line> lines, int right, int down) {
        var moved = new ArrayList<Line>();
        for (Line line : lines) {
            moved.add(moved(line, right, down));
        }
        return moved;
    }
}
