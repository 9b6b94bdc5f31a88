package dev.drydock.model.contents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.context.BuildContext;
import dev.drydock.source.MemoryTree;
import dev.drydock.source.Source;
import dev.drydock.syntax.dockerfile.DockerfileReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What is said of an image's contents against images that Buildah really builds: random stages of copies from a
/// context with an ignore file, from nothing. Skipped where there is no Buildah, or it cannot build here.
class BuildahTest {

    private static final int BUILDS = Integer.getInteger("drydock.builds", 8);

    @Test
    void imagesHaveWhatIsSaid() throws IOException, InterruptedException {
        Path disk = Files.createTempDirectory("drydock-buildah");
        try {
            assumeTrue(isThere(disk), "no Buildah that works here");
            int compared = 0;
            int files = 0;
            for (int seed = 0; seed < BUILDS; seed++) {
                Path directory = Files.createDirectories(disk.resolve("build" + seed));
                var build = new SimulatedBuild(5000L + seed, SimulatedBuild.Kind.COPIES, directory);
                String where = "seed " + seed + "\n" + build.text() + build.context();
                Map<String, String> real = built(disk, directory, build, where);
                Map<String, String> said = said(build);
                assertThat(said).as(where).isEqualTo(real);
                compared++;
                files += real.size();
            }
            assertThat(compared).isEqualTo(BUILDS);
            assertThat(files).isGreaterThan(BUILDS * 3);
            buildah(disk, "rm", "--all");
        } finally {
            SimulatedBuild.delete(disk);
        }
    }

    /// The last stage's image as the model says, paths with what they are.
    private static Map<String, String> said(SimulatedBuild build) {
        var file = new BuildFile(
                DockerfileReader.read(Source.of("Dockerfile", build.text().getBytes(StandardCharsets.UTF_8))));
        var context = BuildContext.of(new MemoryTree(build.context()), "", "Dockerfile");
        ImageContents contents =
                BuildContents.of(context, Map.of()).at(file.stages().getLast());
        assertThat(contents.unknown()).isEmpty();
        var said = new TreeMap<String, String>();
        for (Entry entry : contents.files()) {
            assertThat(entry.isCertain()).isTrue();
            said.put(entry.path(), entry.kind() == Entry.Kind.DIRECTORY ? "directory" : "file");
        }
        return said;
    }

    private static Map<String, String> built(Path disk, Path directory, SimulatedBuild build, String where)
            throws IOException, InterruptedException {
        Path context = Files.createDirectories(directory.resolve("context"));
        for (Map.Entry<String, String> entry : build.context().entrySet()) {
            Path file = context.resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, entry.getValue());
        }
        Path dockerfile = directory.resolve("Dockerfile");
        Files.writeString(dockerfile, build.text());
        Ran image =
                buildah(disk, "bud", "--isolation", "chroot", "-q", "-f", dockerfile.toString(), context.toString());
        assertThat(image.code()).as(where + "\n" + image.err()).isZero();
        Ran container = buildah(disk, "from", image.out().strip());
        assertThat(container.code()).as(where + "\n" + container.err()).isZero();
        Ran mounted = buildah(disk, "mount", container.out().strip());
        assertThat(mounted.code()).as(where + "\n" + mounted.err()).isZero();
        var real = new TreeMap<String, String>();
        Path root = Path.of(mounted.out().strip());
        for (String path : SimulatedBuild.paths(root)) {
            real.put(path, Files.isDirectory(root.resolve(path.substring(1))) ? "directory" : "file");
        }
        return real;
    }

    private static boolean isThere(Path disk) throws IOException, InterruptedException {
        Path probe = Files.createDirectories(disk.resolve("probe"));
        Files.writeString(probe.resolve("Dockerfile"), "FROM scratch\nCOPY Dockerfile /\n");
        try {
            return buildah(disk, "bud", "--isolation", "chroot", "-q", probe.toString())
                            .code()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private record Ran(int code, String out, String err) {}

    private static Ran buildah(Path disk, String... arguments) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of(
                "buildah",
                "--storage-driver",
                "vfs",
                "--root",
                disk.resolve("root").toString(),
                "--runroot",
                disk.resolve("run").toString()));
        words.addAll(List.of(arguments));
        File out = Files.createTempFile(disk, "out", "").toFile();
        File err = Files.createTempFile(disk, "err", "").toFile();
        int code = new ProcessBuilder(words)
                .redirectOutput(out)
                .redirectError(err)
                .start()
                .waitFor();
        return new Ran(code, Files.readString(out.toPath()), Files.readString(err.toPath()));
    }
}
