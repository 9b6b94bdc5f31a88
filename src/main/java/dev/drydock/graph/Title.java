package dev.drydock.graph;

import dev.drydock.graph.Picture.Box;
import dev.drydock.graph.Picture.Line;
import dev.drydock.graph.Picture.Route;
import dev.drydock.model.graph.ProjectGraph.Group;
import java.util.List;

/// What is written at the top of a frame.
final class Title {

    private static final int SIZE = 12;

    private Title() {}

    static int width(Group group) {
        return TextWidth.of(text(group), SIZE, true);
    }

    static Line of(Group group, Box frame, List<Route> routes) {
        return of(text(group), frame, routes);
    }

    /// The title of a frame, as far to the left as no edge passes behind it; at the left where edges are
    /// everywhere.
    private static Line of(String title, Box frame, List<Route> routes) {
        int half = (TextWidth.of(title, SIZE, true) + 1) / 2;
        int first = frame.left() + 12 + half;
        for (int middle = first; middle + half + 12 <= frame.right(); middle += 6) {
            var line = new Line(title, middle, frame.top() + 18, SIZE, true);
            if (isFree(line.box(), routes)) {
                return line;
            }
        }
        return new Line(title, first, frame.top() + 18, SIZE, true);
    }

    private static boolean isFree(Box text, List<Route> routes) {
        var room = new Box(text.left() - 5, text.top(), text.width() + 10, text.height());
        for (Route route : routes) {
            if (route.passes(room)) {
                return false;
            }
        }
        return true;
    }

    private static String text(Group group) {
        String role = switch (group.role()) {
            case PRODUCTION -> " · production";
            case DEVELOPMENT -> " · development";
            case TEST -> " · test";
            case UNKNOWN -> "";
        };
        return Label.shown(group.label()) + role;
    }
}
