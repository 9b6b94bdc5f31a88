import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Builds the distribution: one jar, a run-time image that holds only the JDK's modules needed, and the AOT cache
/// of a real run over `testdata/`.
///
/// `java src/dev/BuildDistribution.java BASE_DIRECTORY VERSION [archive]`, run by the JDK that is to be shipped,
/// after Maven has left classes in `target/classes`, jars in `target/dist-parts/jars` and picocli's sources in
/// `target/dist-parts/picocli`. Leaves `target/dist/drydock-VERSION/` and, with `archive`, what is released in
/// `target/release/`.
class BuildDistribution {

    /// What `drydock` is run with, here and in `src/dist/drydock`.
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Xlog:disable",
            "-Xlog:all=error:stderr");

    private static final List<String> MODULES = List.of("java.base");

    private final Path base;
    private final Path parts;
    private final Path home;

    private BuildDistribution(Path base, String version) {
        this.base = base;
        this.parts = base.resolve("target/dist-parts");
        this.home = base.resolve("target/dist/drydock-" + version);
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        var build = new BuildDistribution(Path.of(args[0]).toAbsolutePath(), args[1]);
        build.clean();
        build.jar();
        build.runtime();
        build.launcher();
        build.train();
        if (args.length > 2 && args[2].equals("archive")) {
            Release.of(build.base, args[1], "jvm").pack(build.home);
        }
        // bin/drydock compares its sources with this file.
        Files.writeString(build.base.resolve("target/dist/built"), args[1] + "\n");
    }

    /// Takes older distributions away, so that there is one.
    private void clean() throws IOException {
        delete(base.resolve("target/dist"));
        Files.createDirectories(home.resolve("bin"));
        Files.createDirectories(home.resolve("lib"));
    }

    /// Classes of all parts in one jar, not compressed: it is read at each start.
    private void jar() throws IOException {
        Path picocli = parts.resolve("picocli-classes");
        delete(picocli);
        Files.createDirectories(picocli);
        // As shipped its class files are too old for an AOT cache, which then leaves them out.
        tool(
                "javac",
                "--release",
                "25",
                "-nowarn",
                "-Xlint:none",
                "-proc:none",
                "-d",
                picocli.toString(),
                parts.resolve("picocli/picocli/CommandLine.java").toString());

        Map<String, byte[]> entries = new TreeMap<>();
        try (Stream<Path> jars = Files.list(parts.resolve("jars"))) {
            for (Path jar : jars.sorted().toList()) {
                if (!jar.getFileName().toString().startsWith("picocli")) {
                    addJar(jar, entries);
                }
            }
        }
        addTree(picocli, entries);
        addTree(base.resolve("target/classes"), entries);
        var plain = new PlainCode(Map.copyOf(entries));
        entries.replaceAll((name, bytes) ->
                name.startsWith("dev/drydock/") && name.endsWith(".class") ? plain.rewrite(bytes) : bytes);
        entries.put("META-INF/drydock-build", identity(entries));
        Path file = home.resolve("lib/drydock.jar");
        try (var out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                byte[] bytes = entry.getValue();
                var crc = new CRC32();
                crc.update(bytes);
                var zipped = new ZipEntry(entry.getKey());
                zipped.setLastModifiedTime(FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
                zipped.setSize(bytes.length);
                zipped.setCompressedSize(bytes.length);
                zipped.setCrc(crc.getValue());
                out.putNextEntry(zipped);
                out.write(bytes);
                out.closeEntry();
            }
        }
    }

    /// What tells this build from every other: what one with other rules or other data has kept counts for nothing.
    private static byte[] identity(Map<String, byte[]> entries) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                String head = entry.getKey() + "\n" + entry.getValue().length + "\n";
                digest.update(head.getBytes(StandardCharsets.UTF_8));
                digest.update(entry.getValue());
            }
            return HexFormat.of().formatHex(digest.digest()).getBytes(StandardCharsets.UTF_8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void addJar(Path jar, Map<String, byte[]> entries) throws IOException {
        try (var zip = new java.util.zip.ZipFile(jar.toFile())) {
            Map<String, byte[]> newer = new TreeMap<>();
            for (var entry : zip.stream().toList()) {
                String name = entry.getName();
                // A jar's classes for later Java versions take the place of its others: we know what we run on.
                boolean versioned = name.startsWith("META-INF/versions/");
                String plain = versioned ? name.replaceFirst("META-INF/versions/\\d+/", "") : name;
                if (entry.isDirectory() || plain.equals("module-info.class") || plain.startsWith("META-INF/")) {
                    continue;
                }
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                (versioned ? newer : entries).put(plain, bytes);
            }
            entries.putAll(newer);
        }
    }

    private static void addTree(Path root, Map<String, byte[]> entries) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                // What a native program needs of it goes with the jar that one is built from.
                boolean kept = !name.startsWith("META-INF/") || name.startsWith("META-INF/native-image/");
                if (kept && !name.equals("module-info.class")) {
                    entries.put(name, Files.readAllBytes(file));
                }
            }
        }
    }

    /// The run-time image; kept between builds, because only another JDK makes another one.
    private void runtime() throws IOException {
        Path cached = parts.resolve("runtime-" + Runtime.version().toString().replace('+', '_'));
        if (!Files.exists(cached.resolve("release"))) {
            delete(cached);
            tool(
                    "jlink",
                    "--add-modules",
                    String.join(",", MODULES),
                    "--strip-debug",
                    "--no-header-files",
                    "--no-man-pages",
                    "--vm",
                    "server",
                    "--output",
                    cached.toString());
        }
        copy(cached, home.resolve("lib/runtime"));
    }

    private void launcher() throws IOException {
        Path launcher = home.resolve("bin/drydock");
        Files.copy(base.resolve("src/dist/drydock"), launcher);
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String name : List.of("LICENSE", "CHANGELOG.md")) {
            Files.copy(base.resolve(name), home.resolve(name));
        }
        Files.copy(base.resolve("src/dist/NOTICE"), home.resolve("NOTICE"));
        Path bom = base.resolve("target/drydock.cdx.json");
        if (Files.exists(bom)) {
            Files.copy(bom, home.resolve("drydock.cdx.json"));
        }
    }

    /// Runs the real program over real files once; what it loads and does is the cache. The files are copied to a
    /// place whose name does not speak of tests: there, some rules would have nothing to do.
    private void train() throws IOException, InterruptedException {
        Path project = parts.resolve("training");
        delete(project);
        Files.createDirectories(project.resolve(".git"));
        Files.createDirectories(project.resolve("projects"));
        copy(base.resolve("testdata/projects/python-flask"), project.resolve("projects/python-flask"));
        Files.createDirectories(project.resolve("api"));
        Files.copy(base.resolve("bench/example.Dockerfile"), project.resolve("api/Dockerfile"));
        var command =
                new ArrayList<>(List.of(home.resolve("lib/runtime/bin/java").toString()));
        command.addAll(FLAGS);
        command.add("-XX:AOTCacheOutput=" + home.resolve("lib/drydock.aot"));
        command.addAll(List.of(
                "-cp",
                home.resolve("lib/drydock.jar").toString(),
                "dev.drydock.cli.Main",
                "check",
                "--no-config",
                "--jobs",
                "1",
                "--output",
                "-",
                "--output",
                "sarif=-",
                "--fail-on",
                "none",
                project.toString()));
        Path log = parts.resolve("training.log");
        var training = new ProcessBuilder(command)
                .directory(base.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // ShellCheck is looked for at each start, but every class in the cache is loaded at each start, too, and those
        // that run it are for few runs: here is none.
        training.environment().put("PATH", project.toString());
        int exit = training.start().waitFor();
        if (exit != 0 || !Files.exists(home.resolve("lib/drydock.aot"))) {
            System.err.println("the training run ended with " + exit + ":");
            Files.readAllLines(log).stream().limit(20).forEach(System.err::println);
            System.exit(1);
        }
    }

    private static void tool(String name, String... args) {
        ToolProvider tool = ToolProvider.findFirst(name).orElseThrow();
        if (tool.run(System.err, System.err, args) != 0) {
            System.err.println(name + " " + Arrays.toString(args) + " failed");
            System.exit(1);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException error) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
