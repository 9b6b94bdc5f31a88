package dev.drydock.example.spark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// What a project's tar holds, as a snapshot wants it.
final class Tar {

    /// The command line reads no larger file either; what is larger comes in by its name alone.
    private static final long MAX_SIZE = 16L << 20;

    private Tar() {}

    /// Contents by path. Links, devices and directories are left out: a directory is there by its files.
    ///
    /// @throws IOException where this is no tar, or one that ends too early
    static Map<String, byte[]> files(byte[] tar) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var in = new TarArchiveInputStream(new ByteArrayInputStream(tar), StandardCharsets.UTF_8.name())) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.isFile() && !entry.isLink() && !entry.isSymbolicLink()) {
                    files.put(entry.getName(), entry.getSize() > MAX_SIZE ? new byte[0] : in.readAllBytes());
                }
            }
        }
        return files;
    }
}
