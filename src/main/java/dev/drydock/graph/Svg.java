package dev.drydock.graph;

import dev.drydock.graph.Picture.Box;
import dev.drydock.graph.Picture.Frame;
import dev.drydock.graph.Picture.Line;
import dev.drydock.graph.Picture.Point;
import dev.drydock.graph.Picture.Route;
import dev.drydock.graph.Picture.Shape;
import dev.drydock.model.graph.ProjectGraph;
import dev.drydock.model.graph.ProjectGraph.Node;
import java.util.List;

/// Writes a picture as SVG that needs nothing else: no font, no script, no other file. It follows the colour scheme
/// of whoever looks at it.
final class Svg {

    private static final String STYLE = """
            <style>
            text { font-family: "Helvetica Neue", Helvetica, Arial, sans-serif; text-anchor: middle; fill: #1f2328 }
            .page { fill: #ffffff }
            .frame { fill: #f6f8fa; stroke: #d1d9e0 }
            .title { fill: #59636e; font-weight: bold }
            .strip { fill: #f6f8fa }
            .name { font-weight: bold }
            .note { fill: #59636e }
            .box { stroke-width: 1.5 }
            .image .box { fill: #eff1f3; stroke: #818b98 }
            .context .box { fill: #fff8c5; stroke: #bf8700; stroke-dasharray: 5 3 }
            .stage .box { fill: #ddf4ff; stroke: #218bff }
            .ships .box { fill: #dafbe1; stroke: #1a7f37; stroke-width: 3 }
            .ships .note { fill: #116329 }
            .service .box { fill: #fbefff; stroke: #8250df }
            .edge { fill: none; stroke: #6e7781; stroke-width: 1.4 }
            .depends { stroke: #8250df; stroke-dasharray: 6 4 }
            .mounts { stroke-dasharray: 2 3 }
            .head { fill: #6e7781 }
            .label { fill: #f6f8fa }
            @media (prefers-color-scheme: dark) {
            text { fill: #f0f6fc }
            .page { fill: #0d1117 }
            .frame { fill: #151b23; stroke: #3d444d }
            .title, .note { fill: #9198a1 }
            .strip { fill: #151b23 }
            .image .box { fill: #212830; stroke: #656c76 }
            .context .box { fill: #272115; stroke: #bb8009 }
            .stage .box { fill: #121d2f; stroke: #388bfd }
            .ships .box { fill: #12261e; stroke: #3fb950 }
            .ships .note { fill: #56d364 }
            .service .box { fill: #1c1830; stroke: #a371f7 }
            .edge { stroke: #9198a1 }
            .depends { stroke: #a371f7 }
            .head { fill: #9198a1 }
            .label { fill: #151b23 }
            }
            </style>
            """;

    private final Picture picture;
    private final StringBuilder out = new StringBuilder();

    private Svg(Picture picture) {
        this.picture = picture;
    }

    static String of(ProjectGraph graph, String title) {
        return new Svg(Picture.of(graph)).draw(graph, title);
    }

    private String draw(ProjectGraph graph, String title) {
        out.append(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title description\" width=\"")
                .append(picture.width())
                .append("\" height=\"")
                .append(picture.height())
                .append("\" viewBox=\"0 0 ")
                .append(picture.width())
                .append(' ')
                .append(picture.height())
                .append("\">\n");
        element("title", "title", title);
        element("desc", "description", description(graph));
        out.append(STYLE);
        out.append("<defs><marker id=\"head\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"9\"");
        out.append(" markerHeight=\"9\" markerUnits=\"userSpaceOnUse\" orient=\"auto\">");
        out.append("<path class=\"head\" d=\"M0 1 10 5 0 9z\"/></marker></defs>\n");
        rectangle("page", new Box(0, 0, picture.width(), picture.height()), 0);
        for (Frame frame : picture.frames()) {
            rectangle("frame", frame.box(), 8);
        }
        for (Route route : picture.routes()) {
            edge(route);
        }
        for (Frame frame : picture.frames()) {
            Box text = frame.title().box();
            rectangle("strip", new Box(text.left() - 3, text.top(), text.width() + 6, text.height()), 3);
            text("title", frame.title());
        }
        for (Route route : picture.routes()) {
            if (!route.lines().isEmpty()) {
                rectangle("label", route.label(), 3);
                for (Line line : route.lines()) {
                    text("note", line);
                }
            }
        }
        for (Shape shape : picture.shapes()) {
            node(shape);
        }
        return out.append("</svg>\n").toString();
    }

    private static String description(ProjectGraph graph) {
        int stages = 0;
        int services = 0;
        for (Node node : graph.nodes()) {
            stages += node.kind() == Node.Kind.STAGE ? 1 : 0;
            services += node.kind() == Node.Kind.SERVICE ? 1 : 0;
        }
        return count(stages, "stage") + " and " + count(services, "service")
                + "; arrows go from what has to be there first to what needs it";
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private void element(String name, String id, String text) {
        out.append('<').append(name).append(" id=\"").append(id).append("\">");
        escape(text);
        out.append("</").append(name).append(">\n");
    }

    private void rectangle(String style, Box box, int round) {
        out.append("<rect class=\"").append(style).append("\" x=\"").append(box.left());
        out.append("\" y=\"").append(box.top()).append("\" width=\"").append(box.width());
        out.append("\" height=\"").append(box.height()).append('"');
        if (round > 0) {
            out.append(" rx=\"").append(round).append('"');
        }
        out.append("/>\n");
    }

    private void text(String style, Line line) {
        out.append("<text class=\"").append(style).append("\" x=\"").append(line.x());
        out.append("\" y=\"").append(line.y()).append("\" font-size=\"").append(line.size());
        out.append("\">");
        escape(line.text());
        out.append("</text>\n");
    }

    private void edge(Route route) {
        String kind = switch (route.edge().kind()) {
            case DEPENDS_ON -> " depends";
            case MOUNT -> " mounts";
            case FROM, COPY, BUILD, RUN -> "";
        };
        List<Point> points = route.points();
        out.append("<path class=\"edge").append(kind).append("\" marker-end=\"url(#head)\" d=\"M");
        point(points.getFirst());
        for (int i = 1; i < points.size(); i++) {
            Point point = points.get(i);
            Point last = points.get(i - 1);
            if (i % 2 == 1) {
                if (point.y() != last.y()) {
                    out.append('V').append(point.y());
                }
            } else if (point.x() == last.x()) {
                out.append('V').append(point.y());
            } else {
                int middle = (last.y() + point.y()) / 2;
                out.append('C').append(last.x()).append(' ').append(middle).append(' ');
                out.append(point.x()).append(' ').append(middle).append(' ');
                point(point);
            }
        }
        out.append("\"/>\n");
    }

    private void point(Point point) {
        out.append(point.x()).append(' ').append(point.y());
    }

    private void node(Shape shape) {
        Node node = shape.node();
        String kind = switch (node.kind()) {
            case IMAGE -> "image";
            case CONTEXT -> "context";
            case STAGE -> "stage";
            case SERVICE -> "service";
        };
        out.append("<g class=\"")
                .append(kind)
                .append(node.ships() ? " ships" : "")
                .append("\"><title>");
        escape(kind + " " + Label.shown(node.label()));
        out.append("</title>\n");
        rectangle(
                "box",
                shape.box(),
                node.kind() == Node.Kind.SERVICE ? shape.box().height() / 2 : 6);
        for (Line line : shape.lines()) {
            text(line.bold() ? "name" : "note", line);
        }
        out.append("</g>\n");
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
    }
}
