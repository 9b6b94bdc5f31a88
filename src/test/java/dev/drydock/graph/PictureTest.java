package dev.drydock.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.config.Config;
import dev.drydock.config.Settings;
import dev.drydock.engine.Discovery;
import dev.drydock.engine.Engine;
import dev.drydock.graph.Picture.Box;
import dev.drydock.graph.Picture.Frame;
import dev.drydock.graph.Picture.Line;
import dev.drydock.graph.Picture.Route;
import dev.drydock.graph.Picture.Shape;
import dev.drydock.model.graph.ProjectGraph;
import dev.drydock.model.graph.ProjectGraph.Edge;
import dev.drydock.model.graph.ProjectGraph.Node;
import dev.drydock.rule.RuleIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is true of every picture: nothing lies on anything else, and no text is cut.
class PictureTest {

    private static final Path ROOT = Path.of(System.getProperty("drydock.basedir", "."));
    private static final Path CORPUS = Path.of(System.getProperty("drydock.corpus", "../shared/corpus"));

    @Test
    void randomGraphsAreDrawnWithoutAnOverlap() {
        for (int seed = 0; seed < 600; seed++) {
            ProjectGraph graph = RandomGraph.of(seed);
            assertThat(faults(graph)).as("graph " + seed).isEmpty();
        }
    }

    @Test
    void thePictureOfAGraphIsAlwaysTheSame() {
        for (int seed = 0; seed < 20; seed++) {
            assertThat(Svg.of(RandomGraph.of(seed), "x")).isEqualTo(Svg.of(RandomGraph.of(seed), "x"));
        }
    }

    @Test
    void projectsAreDrawnWithoutAnOverlap() throws IOException {
        assertThat(faults(graph(ROOT.resolve("testdata/projects/python-flask"))))
                .isEmpty();
    }

    @Test
    void realProjectsAreDrawnWithoutAnOverlap() throws IOException {
        Path projects = CORPUS.resolve("projects");
        assumeTrue(Files.isDirectory(projects), "no corpus at " + CORPUS + "; -Ddrydock.corpus names it");
        int drawn = 0;
        try (var list = Files.list(projects)) {
            for (Path project : list.filter(Files::isDirectory).sorted().toList()) {
                assertThat(faults(graph(project))).as(project.toString()).isEmpty();
                drawn++;
            }
        }
        assertThat(drawn).isGreaterThan(100);
    }

    @Test
    void aCheckThatFindsNothingWouldFindAnOverlap() {
        Picture picture = Picture.of(RandomGraph.of(7));
        Shape first = picture.shapes().getFirst();
        var shapes = new ArrayList<>(picture.shapes());
        shapes.add(new Shape(picture.shapes().getLast().node(), first.box(), first.lines()));
        var wrong = new Picture(picture.width(), picture.height(), picture.frames(), shapes, picture.routes());
        assertThat(faults(wrong)).isNotEmpty();
    }

    private static ProjectGraph graph(Path project) throws IOException {
        RuleIndex index = RuleIndex.load();
        Discovery.Found found = Discovery.find(List.of(project), _ -> new Discovery.Choice(_ -> false, List.of()));
        Settings settings = Settings.of(index, Config.EMPTY, Settings.Choice.NONE, Settings.Base.ROOT);
        Engine.Read read = Engine.read(found.project(), settings, index, 2, List.of());
        return ProjectGraph.of(read.workspace(), found.project().reported());
    }

    private static List<String> faults(ProjectGraph graph) {
        Picture picture = Picture.of(graph);
        List<String> faults = faults(picture);
        if (picture.routes().size() != graph.edges().size()) {
            faults.add("not every edge is drawn");
        }
        for (Node node : graph.nodes()) {
            if (picture.shapes().stream()
                    .noneMatch(shape -> shape.node().label().equals(node.label()))) {
                faults.add(node.id() + " is not drawn");
            }
        }
        for (Route route : picture.routes()) {
            String written =
                    String.join("", route.lines().stream().map(Line::text).toList());
            String wanted = String.join("", Label.lines(route.edge()));
            if (!written.replace(" ", "").equals(wanted.replace(" ", ""))) {
                faults.add(name(route.edge()) + " says " + written + " and not " + wanted);
            }
        }
        return faults;
    }

    private static List<String> faults(Picture picture) {
        var faults = new ArrayList<String>();
        var page = new Box(0, 0, picture.width(), picture.height());
        List<Shape> shapes = picture.shapes();
        for (int i = 0; i < shapes.size(); i++) {
            Shape shape = shapes.get(i);
            String name = shape.node().id();
            check(faults, page.contains(shape.box()), name + " leaves the page");
            for (int j = i + 1; j < shapes.size(); j++) {
                check(faults, !shape.box().overlaps(shapes.get(j).box()), name + " lies on " + shapes.get(j));
            }
            for (Line line : shape.lines()) {
                check(faults, shape.box().contains(line.box()), name + " cuts " + line);
            }
            check(faults, apart(shape.lines()), name + " has lines that touch");
            for (Frame frame : picture.frames()) {
                boolean inside = frame.box().contains(shape.box());
                boolean own = frame.group().equals(shape.node().group());
                check(faults, inside || !frame.box().overlaps(shape.box()), name + " lies on the edge of " + frame);
                check(faults, inside || !own, name + " is not in its frame");
                check(faults, !inside || own || shape.node().group() == null, name + " is in another's frame");
                check(faults, !frame.title().box().overlaps(shape.box()), name + " lies on a title");
            }
        }
        for (int i = 0; i < picture.frames().size(); i++) {
            Frame frame = picture.frames().get(i);
            check(faults, page.contains(frame.box()), frame + " leaves the page");
            check(faults, frame.box().contains(frame.title().box()), frame + " cuts its title");
            for (Frame other : picture.frames().subList(i + 1, picture.frames().size())) {
                check(faults, !frame.box().overlaps(other.box()), frame + " lies on " + other);
            }
        }
        for (int i = 0; i < picture.routes().size(); i++) {
            check(picture, picture.routes().get(i), i, faults);
        }
        return faults;
    }

    private static void check(Picture picture, Route route, int number, List<String> faults) {
        Edge edge = route.edge();
        boolean labelled = !route.lines().isEmpty();
        for (Shape shape : picture.shapes()) {
            boolean end = shape.node().equals(edge.from()) || shape.node().equals(edge.to());
            check(faults, end || !route.passes(shape.box()), name(edge) + " passes through " + shape.node());
            check(
                    faults,
                    !labelled || !route.label().overlaps(shape.box()),
                    "the label of " + name(edge) + " lies on " + shape.node());
            if (end) {
                boolean touches = shape.node().equals(edge.from())
                        ? holds(shape.box(), route.points().getFirst())
                        : holds(shape.box(), route.points().getLast());
                check(faults, touches, name(edge) + " does not touch " + shape.node());
            }
        }
        for (Line line : route.lines()) {
            check(faults, route.label().contains(line.box()), name(edge) + " cuts " + line);
        }
        for (Route other : picture.routes().subList(number + 1, picture.routes().size())) {
            check(
                    faults,
                    !labelled || other.lines().isEmpty() || !route.label().overlaps(other.label()),
                    "the labels of " + name(edge) + " and " + name(other.edge()) + " touch");
        }
        for (Frame frame : picture.frames()) {
            check(
                    faults,
                    !labelled || !route.label().overlaps(frame.title().box()),
                    "the label of " + name(edge) + " lies on a title");
        }
    }

    private static boolean holds(Box box, Picture.Point point) {
        return point.x() > box.left()
                && point.x() < box.right()
                && (point.y() == box.top() || point.y() == box.bottom());
    }

    private static boolean apart(List<Line> lines) {
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).y() - lines.get(i - 1).y() < lines.get(i).size()) {
                return false;
            }
        }
        return true;
    }

    private static String name(Edge edge) {
        return edge.kind() + " from " + edge.from().id() + " to " + edge.to().id();
    }

    private static void check(List<String> faults, boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
