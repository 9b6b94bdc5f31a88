package dev.drydock.cli;

import dev.drydock.model.build.Base;
import dev.drydock.model.build.Stage;
import dev.drydock.model.command.PackageManagers;
import dev.drydock.model.contents.Entry;
import dev.drydock.model.contents.Hidden;
import dev.drydock.model.contents.ImageContents;
import dev.drydock.model.contents.InstalledPackage;
import dev.drydock.model.contents.Origin;
import dev.drydock.model.contents.Region;
import dev.drydock.source.Place;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Writes what an image has for people to read.
final class ContentsText {

    /// A line: what there is, and what brought it.
    private record Line(String what, String from) {}

    private final StringBuilder text;

    ContentsText(StringBuilder text) {
        this.text = text;
    }

    void write(ContentsCommand.Image image) {
        ImageContents contents = image.contents();
        Stage stage = contents.stage();
        text.append(stage.file().source().path()).append(", ").append(stage.title());
        if (!image.services().isEmpty()) {
            text.append(", as ")
                    .append(image.services().size() == 1 ? "service " : "services ")
                    .append(String.join(", ", image.services()))
                    .append(image.services().size() == 1 ? " builds it" : " build it");
        }
        text.append('\n');
        text.append("  base: ").append(base(stage)).append('\n');
        String directory = image.context() == null ? "" : image.context().directory();
        text.append("  context: ")
                .append(image.context() == null ? "not known" : directory.isEmpty() ? "." : directory)
                .append('\n');
        packages("packages", contents.packages());
        section("files", files(contents));
        section("more that cannot be told", unknown(contents));
        section("only in lower layers: downloaded with the image, and readable", hidden(contents));
        packages("left behind in other stages", contents.leftBehind());
    }

    private static String base(Stage stage) {
        return switch (stage.root()) {
            case Base.Scratch() -> "scratch";
            case Base.Image(String name, var _) -> name;
            case Base.Unknown(), Base.Parent _ -> "not known";
        };
    }

    private void section(String title, List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        text.append('\n').append(title).append('\n');
        int width = 0;
        for (Line line : lines) {
            width = Math.max(width, Math.min(line.what.length(), 44));
        }
        for (Line line : lines) {
            text.append("  ").append(line.what).append(" ".repeat(Math.max(0, width - line.what.length())));
            text.append("  ").append(line.from).append('\n');
        }
    }

    private void packages(String title, List<InstalledPackage> packages) {
        Map<String, List<Line>> byManager = new TreeMap<>();
        for (InstalledPackage each : packages) {
            byManager
                    .computeIfAbsent(each.by().manager().name(), _ -> new ArrayList<>())
                    .add(new Line(name(each), way(each.origin())));
        }
        for (Map.Entry<String, List<Line>> each : byManager.entrySet()) {
            section(title + ": " + each.getKey(), each.getValue());
        }
    }

    static String name(InstalledPackage one) {
        String name = one.isManifest()
                ? "what " + one.name() + " asks for"
                : one.name() + one.version().or("");
        String directory = one.directory();
        return directory == null || directory.equals("/") || !one.isManifest() ? name : name + ", in " + directory;
    }

    private static List<Line> files(ImageContents contents) {
        var lines = new ArrayList<Line>();
        for (FileOutline.Line line : FileOutline.of(contents.files(), contents.unknown())) {
            String count = line.path().endsWith("*") || (line.path().endsWith("/") && line.files() > 0)
                    ? " (" + line.files() + (line.files() == 1 ? " file)" : " files)")
                    : "";
            Entry entry = line.entry();
            String doubt = entry.doubt() == null ? "" : ", not certain: " + Words.of(entry.doubt());
            lines.add(new Line(line.path() + count, way(entry.origin()) + doubt));
        }
        return lines;
    }

    private static List<Line> unknown(ImageContents contents) {
        var lines = new ArrayList<Line>();
        Set<Place> seen = new LinkedHashSet<>();
        for (Region region : contents.unknown()) {
            Origin origin = region.origin();
            // What package managers install stands above.
            boolean named = origin.means() == Origin.Means.COMMAND && PackageManagers.find(origin.what()) != null;
            if (!named && seen.add(origin.place())) {
                String path = region.path().equals("/") ? "anywhere" : region.path() + "/";
                lines.add(new Line(path, way(origin)));
            }
        }
        return lines;
    }

    private static List<Line> hidden(ImageContents contents) {
        var lines = new ArrayList<Line>();
        for (InstalledPackage each : contents.removedPackages()) {
            if (each.removedBy() != null) {
                Place by = at(
                        each.removedBy().stage().file().source(),
                        each.removedBy().instruction().span());
                lines.add(new Line(name(each), way(each.origin()) + ", removed at " + Words.line(by)));
            }
        }
        for (Hidden each : contents.hidden()) {
            if (each.entry().kind() != Entry.Kind.DIRECTORY) {
                Place by = at(
                        each.by().stage().file().source(),
                        each.by().instruction().span());
                lines.add(new Line(
                        each.entry().path(), way(each.entry().origin()) + ", gone or replaced at " + Words.line(by)));
            }
        }
        return lines;
    }

    private static Place at(Source source, Span span) {
        return new Place(source, span);
    }

    private static String way(Origin origin) {
        var way = new StringBuilder();
        for (Origin hop : origin.hops()) {
            way.append(way.isEmpty() ? "" : " -> ").append(Words.of(hop));
        }
        return way.toString();
    }

    /// How an origin is called.
    static final class Words {

        private Words() {}

        /// The line of a place, with its file.
        static String line(Place place) {
            return place.source().path()
                    + ":"
                    + place.source().position(place.span().start()).line();
        }

        /// What brought it and where.
        static String of(Origin origin) {
            return what(origin) + " " + line(origin.place());
        }

        /// What brought it.
        static String what(Origin origin) {
            return switch (origin.means()) {
                case BASE -> "FROM " + origin.what();
                case CONTEXT -> "context " + origin.place().text();
                case STAGE -> "stage " + origin.place().text();
                case IMAGE -> "image " + origin.what();
                case ARCHIVE -> "archive " + origin.what();
                case DOWNLOAD -> origin.what();
                case HEREDOC -> "written";
                case COMMAND -> origin.what();
                case WORKDIR -> "WORKDIR";
            };
        }
    }
}
