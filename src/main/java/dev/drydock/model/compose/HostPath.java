package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Value;
import dev.drydock.model.data.DataTable;
import dev.drydock.model.data.Wildcard;
import dev.drydock.source.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A path of the host that a container should not have.
///
/// @param path how it is written in short, `~` being a home directory
/// @param written how much it matters that it may be written to, `warning` or `info`
/// @param read how much it matters that it may be read; empty where it does not
/// @param what what it is
public record HostPath(String path, String written, String read, String what) {

    private static final class Table {
        static final List<String[]> PATHS = DataTable.rows("host-paths.tsv");
        static final List<String[]> DEVICES = DataTable.rows("host-devices.tsv");
    }

    /// Sockets of programs that start containers, and the directories that hold them.
    private static final List<String> SOCKETS = List.of(
            "docker.sock", "containerd/containerd.sock", "podman/podman.sock", "crio/crio.sock", "docker/containerd");

    /// The row of a mounted path; null where it is harmless, or unknown.
    public static @Nullable HostPath of(Value source) {
        String path = shortened(source);
        for (String[] row : Table.PATHS) {
            if (Wildcard.matches(row[0], path)) {
                return new HostPath(path, row[1], row[2].equals("-") ? "" : row[2], row[3]);
            }
        }
        return null;
    }

    /// What a device is that a container should not have; null where it is harmless, or unknown.
    public static @Nullable String device(String path) {
        for (String[] row : Table.DEVICES) {
            if (Wildcard.matches(row[0], path)) {
                return row[1];
            }
        }
        return null;
    }

    /// Whether a path is the socket of a container engine, or a directory with such sockets.
    public static boolean isEngineSocket(Value source) {
        String path = shortened(source);
        String run = path.startsWith("/var/run") ? path.substring("/var".length()) : path;
        if (run.equals("/run")) {
            return true;
        }
        for (String socket : SOCKETS) {
            if (run.startsWith("/run/") && run.endsWith(socket)) {
                return true;
            }
        }
        return false;
    }

    /// The path without a slash at its end, a home directory as `~`; empty where it is unknown.
    private static String shortened(Value source) {
        String path = source.text() instanceof Text.Known(String known) ? known : source.written();
        for (String home : List.of("${HOME}", "$HOME")) {
            if (path.startsWith(home)) {
                path = "~" + path.substring(home.length());
            }
        }
        if (path.indexOf('$') >= 0) {
            return source.withDefaults().or("");
        }
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
