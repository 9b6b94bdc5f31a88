import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Puts what is released into `target/release/`: an archive, the bill of materials, and the checksums of all that
/// is there.
///
/// @param kind `jvm` for the distribution with its run-time image, `native` for the program
record Release(Path base, String version, String kind) {

    static Release of(Path base, String version, String kind) {
        return new Release(base, version, kind);
    }

    /// `java src/dev/Release.java BASE_DIRECTORY VERSION` packs the native program that Maven's profile `native`
    /// left in `target/native/`, with the files that go with it.
    public static void main(String[] args) throws IOException, InterruptedException {
        Path base = Path.of(args[0]).toAbsolutePath();
        Path program = base.resolve("target/native");
        for (String name : List.of("LICENSE", "CHANGELOG.md", "src/dist/NOTICE", "target/drydock.cdx.json")) {
            Path file = base.resolve(name);
            if (Files.exists(file)) {
                Files.copy(file, program.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        of(base, args[1], "native").pack(program);
    }

    /// Packs a directory, whose name in the archive is the program's with its version. The same files give the same
    /// bytes.
    void pack(Path directory) throws IOException, InterruptedException {
        Path release = Files.createDirectories(base.resolve("target/release"));
        String architecture = System.getProperty("os.arch").equals("amd64") ? "x64" : System.getProperty("os.arch");
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        Path archive =
                release.resolve("drydock-" + version + "-" + system + "-" + architecture + "-" + kind + ".tar.gz");
        var tar = new ProcessBuilder(
                        "tar",
                        "--owner=0",
                        "--group=0",
                        "--sort=name",
                        "--mtime=2026-01-01T00:00:00Z",
                        "--use-compress-program=gzip -n",
                        "--transform=s,^\\.,drydock-" + version + ",",
                        "-cf",
                        archive.toString(),
                        ".")
                .directory(directory.toFile())
                .inheritIO()
                .start();
        if (tar.waitFor() != 0) {
            System.exit(1);
        }
        Path bom = base.resolve("target/drydock.cdx.json");
        if (Files.exists(bom)) {
            Files.copy(bom, release.resolve("drydock-" + version + ".cdx.json"), StandardCopyOption.REPLACE_EXISTING);
        }
        checksums(release);
    }

    private static void checksums(Path release) throws IOException {
        var sums = new StringBuilder();
        try (Stream<Path> files = Files.list(release)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (!name.equals("SHA256SUMS")) {
                    sums.append(sha256(file)).append("  ").append(name).append('\n');
                }
            }
        }
        Path beside = release.resolve("SHA256SUMS.part");
        Files.writeString(beside, sums);
        Files.move(beside, release.resolve("SHA256SUMS"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static String sha256(Path file) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
