package dev.drydock.cli;

import dev.drydock.model.build.Stage;
import dev.drydock.model.contents.Entry;
import dev.drydock.model.contents.Hidden;
import dev.drydock.model.contents.ImageContents;
import dev.drydock.model.contents.InstalledPackage;
import dev.drydock.model.contents.Origin;
import dev.drydock.model.contents.Region;
import dev.drydock.report.JsonWriter;
import dev.drydock.source.Place;
import dev.drydock.source.Position;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// Writes what an image has for programs; `docs/contents.md` documents it.
final class ContentsJson {

    private ContentsJson() {}

    static void write(ContentsCommand.Image image, JsonWriter out) throws IOException {
        ImageContents contents = image.contents();
        Stage stage = contents.stage();
        out.object().field("dockerfile", stage.file().source().path()).field("stage", stage.index());
        if (stage.name() != null) {
            out.field("name", stage.name());
        }
        if (image.context() != null) {
            String directory = image.context().directory();
            out.field("context", directory.isEmpty() ? "." : directory);
        }
        out.field("services", image.services());
        packages("packages", contents.packages(), out);
        out.name("files").array();
        for (Entry entry : contents.files()) {
            entry(entry, out);
            out.endObject();
        }
        out.endArray().name("unknown").array();
        for (Region region : contents.unknown()) {
            out.object().field("path", region.path());
            origin(region.origin(), out);
            out.endObject();
        }
        out.endArray();
        packages("lowerLayerPackages", contents.removedPackages(), out);
        out.name("lowerLayerFiles").array();
        for (Hidden hidden : contents.hidden()) {
            entry(hidden.entry(), out);
            place(
                    "hiddenAt",
                    new Place(
                            hidden.by().stage().file().source(),
                            hidden.by().instruction().span()),
                    out);
            out.endObject();
        }
        out.endArray();
        packages("leftBehind", contents.leftBehind(), out);
        out.endObject();
    }

    private static void packages(String name, List<InstalledPackage> packages, JsonWriter out) throws IOException {
        out.name(name).array();
        for (InstalledPackage each : packages) {
            out.object().field("manager", each.by().manager().name()).field("name", each.name());
            out.field("manifest", each.isManifest());
            if (each.version().isKnown() && !each.version().is("")) {
                out.field("version", each.version().or(""));
            }
            if (each.directory() != null) {
                out.field("directory", each.directory());
            }
            origin(each.origin(), out);
            out.endObject();
        }
        out.endArray();
    }

    private static void entry(Entry entry, JsonWriter out) throws IOException {
        out.object()
                .field("path", entry.path())
                .field("kind", entry.kind().name().toLowerCase(Locale.ROOT))
                .field("certain", entry.isCertain());
        origin(entry.origin(), out);
    }

    private static void origin(Origin origin, JsonWriter out) throws IOException {
        out.name("way").array();
        for (Origin hop : origin.hops()) {
            out.object()
                    .field("means", hop.means().name().toLowerCase(Locale.ROOT))
                    .field("what", hop.what());
            place("at", hop.place(), out);
            out.endObject();
        }
        out.endArray();
    }

    private static void place(String name, Place place, JsonWriter out) throws IOException {
        Position position = place.source().position(place.span().start());
        out.name(name)
                .object()
                .field("file", place.source().path())
                .field("line", position.line())
                .field("column", position.column())
                .endObject();
    }
}
