package dev.drydock.example.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// Real projects, laid out as directories for the command line and packed for the job.
///
/// @param home the corpus
record Corpus(Path home) {

    boolean isThere() {
        return Files.isDirectory(home.resolve("dockerfiles")) && Files.isExecutable(home.resolve("materialize"));
    }

    /// Makes a project of its own of each of `count` Dockerfiles, which are taken evenly from all.
    List<Path> dockerfiles(Path directory, int count) throws IOException {
        List<Path> all = list(home.resolve("dockerfiles"));
        var projects = new ArrayList<Path>();
        for (int i = 0; i < count; i++) {
            Path file = all.get((int) ((long) i * all.size() / count));
            Path project = Files.createDirectories(directory.resolve(file.getFileName() + ".d"));
            Files.copy(file, project.resolve("Dockerfile"));
            projects.add(project);
        }
        return projects;
    }

    /// Makes the corpus's whole projects, with an empty file for each whose content it does not have.
    List<Path> projects(Path directory) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(home.resolve("materialize").toString(), directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("the corpus's own script failed with exit " + exit);
        }
        return list(directory);
    }

    /// Packs a project, with all of its directories, as `tar` would.
    static void pack(Path project, Path directory) throws IOException {
        Path file = directory.resolve(project.getFileName() + ".tar");
        try (var tar = new TarArchiveOutputStream(Files.newOutputStream(file), "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Path path : walk(project)) {
                String name = "./" + project.relativize(path);
                tar.putArchiveEntry(tar.createArchiveEntry(path.toFile(), name));
                if (Files.isRegularFile(path)) {
                    Files.copy(path, tar);
                }
                tar.closeArchiveEntry();
            }
        }
    }

    /// What is in a project, in order.
    static List<Path> walk(Path project) throws IOException {
        try (var paths = Files.walk(project)) {
            return paths.sorted().toList();
        }
    }

    private static List<Path> list(Path directory) throws IOException {
        try (var paths = Files.list(directory)) {
            return paths.sorted().toList();
        }
    }
}
