package dev.drydock.shellcheck;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What ShellCheck said of scripts before, in files named after the scripts' content. What cannot be read or
/// written is not there: a cache is no reason to fail.
final class ResultCache {

    private final @Nullable Path directory;
    private final String program;

    /// @param directory where the files lie; null for none
    /// @param program what tells one version of ShellCheck from another
    ResultCache(@Nullable Path directory, String program) {
        this.directory = directory;
        this.program = program;
    }

    /// What was said of the script; null where nothing is known.
    @Nullable
    List<Remark> get(String script) {
        Path file = file(script);
        if (file == null) {
            return null;
        }
        try {
            return Remark.read(Files.readString(file));
        } catch (IOException | IllegalArgumentException _) {
            return null;
        }
    }

    /// Keeps what was said of the script.
    void put(String script, List<Remark> remarks) {
        Path file = file(script);
        if (file == null || file.getParent() == null) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Path beside = Files.createTempFile(file.getParent(), "new", "");
            Files.writeString(beside, Remark.written(remarks));
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException _) {
            // The next run asks ShellCheck again.
        }
    }

    private @Nullable Path file(String script) {
        if (directory == null) {
            return null;
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(program.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            byte[] hash = digest.digest(script.getBytes(StandardCharsets.UTF_8));
            String name = HexFormat.of().formatHex(hash);
            return directory.resolve(name.substring(0, 2)).resolve(name.substring(2));
        } catch (NoSuchAlgorithmException _) {
            return null;
        }
    }
}
