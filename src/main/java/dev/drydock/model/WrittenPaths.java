package dev.drydock.model;

import dev.drydock.model.build.Step;
import dev.drydock.model.compose.Mount;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.model.data.DataTable;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.ignore.IgnoreFile;
import java.util.ArrayList;
import java.util.List;

/// Where the server of a well-known image writes as soon as it starts, by `data/written-paths.tsv`.
public final class WrittenPaths {

    private WrittenPaths() {}

    private static final class Table {
        private static final List<String[]> ROWS = DataTable.rows("written-paths.tsv");
    }

    /// The directories where a container of the service writes and where nothing is mounted that takes it; none
    /// where nobody knows.
    public static List<String> uncovered(Service service, ContainerImage image) {
        var uncovered = new ArrayList<String>();
        if (image.reference() == null || isConfigured(service, image)) {
            return uncovered;
        }
        String name = image.reference().familiarName();
        for (String[] row : Table.ROWS) {
            if (row[0].equals(name)) {
                for (String path : DataTable.split(row[1], ',')) {
                    if (!isCovered(service, path)) {
                        uncovered.add(path);
                    }
                }
            }
        }
        return uncovered;
    }

    /// Whether the server may have been told to write elsewhere.
    private static boolean isConfigured(Service service, ContainerImage image) {
        for (Value word : service.words()) {
            if (word.or("/").indexOf('/') >= 0) {
                return true;
            }
        }
        for (Mount mount : service.volumes()) {
            String target = mount.target() == null ? "" : mount.target().or("");
            boolean part = target.contains("/conf.d") || target.contains("/templates") || target.contains("/ssl");
            if (target.isEmpty() || (!part && (target.startsWith("/etc") || target.endsWith(".conf")))) {
                return true;
            }
        }
        for (Step step : image.steps()) {
            boolean changes = switch (step.instruction()) {
                case Instruction.Run _, Instruction.Cmd _, Instruction.Entrypoint _ -> true;
                case Instruction.Transfer transfer ->
                    !(step.value(transfer.destination()) instanceof Text.Known(String to))
                            || (!to.contains("/conf.d") && !to.contains("/templates") && isSettings(to));
                default -> false;
            };
            if (changes) {
                return true;
            }
        }
        return !service.configs().isEmpty();
    }

    private static boolean isSettings(String path) {
        return path.startsWith("/etc") || path.equals("/") || path.contains("/conf") || path.endsWith(".conf");
    }

    private static boolean isCovered(Service service, String path) {
        for (Mount mount : service.volumes()) {
            if (mount.target() == null || touches(mount.target(), path)) {
                return true;
            }
        }
        for (Value tmpfs : service.tmpfs()) {
            if (touches(tmpfs, path)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a mount is over a directory or in it, or may be.
    private static boolean touches(Value target, String path) {
        if (!(target.text() instanceof Text.Known(String written))) {
            return true;
        }
        int colon = written.indexOf(':');
        String clean = IgnoreFile.clean(colon < 0 ? written : written.substring(0, colon));
        String place = clean.equals("/var/run") || clean.startsWith("/var/run/") ? clean.substring(4) : clean;
        return place.equals(path) || path.startsWith(place + "/") || place.startsWith(path + "/");
    }
}
