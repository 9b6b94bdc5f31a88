package dev.drydock.shellcheck;

import dev.drydock.model.build.BuildFile;
import dev.drydock.rule.Companion;
import dev.drydock.rule.Finding;
import dev.drydock.rule.Outcome.Fault;
import dev.drydock.rule.Severity;
import dev.drydock.source.Place;
import dev.drydock.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Runs ShellCheck on the scripts of Dockerfiles, many in one process, and says what it found in their words.
public final class ShellCheck implements Companion {

    /// How many scripts one process gets: enough to pay for its start, few enough for a command line.
    private static final int BATCH = 200;

    /// What makes no sense of a script in a Dockerfile: files that are not there (SC1090, SC1091), and the shell of
    /// the line that Drydock writes (SC2187).
    private static final String EXCLUDED = "SC1090,SC1091,SC2187";

    private final Path program;
    private final ResultCache cache;
    private final long seconds;

    /// @param program the executable
    /// @param cache where results are kept; null for nowhere
    /// @param seconds how long one process may take
    public ShellCheck(Path program, @Nullable Path cache, long seconds) {
        this.program = program;
        this.cache = new ResultCache(cache, stamp(program));
        this.seconds = seconds;
    }

    /// The executable of this name in the directories of `PATH`; null where none has it. One that depends on where
    /// it is run, such as `.`, is passed over: the repository may hold a program of that name.
    public static @Nullable Path find(@Nullable String path) {
        if (path == null) {
            return null;
        }
        int start = 0;
        for (int end = 0; end <= path.length(); end++) {
            if (end == path.length() || path.charAt(end) == java.io.File.pathSeparatorChar) {
                if (end > start && path.charAt(start) == '/') {
                    Path file = Path.of(path.substring(start, end)).resolve("shellcheck");
                    if (Files.isExecutable(file) && !Files.isDirectory(file)) {
                        return file;
                    }
                }
                start = end + 1;
            }
        }
        return null;
    }

    /// What tells one version of the program from another without starting it.
    private static String stamp(Path program) {
        try {
            return program.toRealPath() + " " + Files.size(program) + " "
                    + Files.getLastModifiedTime(program).toMillis();
        } catch (IOException _) {
            return program.toString();
        }
    }

    @Override
    public Found check(List<BuildFile> files) {
        List<Finding> findings = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        List<CheckedScript> unknown = new ArrayList<>();
        for (BuildFile file : files) {
            for (CheckedScript script : CheckedScript.of(file)) {
                List<Remark> remarks = cache.get(script.text());
                if (remarks == null) {
                    unknown.add(script);
                } else {
                    add(script, remarks, findings);
                }
            }
        }
        for (int at = 0; at < unknown.size(); at += BATCH) {
            List<CheckedScript> batch = unknown.subList(at, Math.min(unknown.size(), at + BATCH));
            try {
                run(batch, findings);
            } catch (IOException | IllegalArgumentException e) {
                faults.add(new Fault(Fault.Kind.INPUT, program.toString(), String.valueOf(e.getMessage())));
                break;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        return new Found(findings, faults);
    }

    private void run(List<CheckedScript> batch, List<Finding> findings) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("drydock");
        try {
            Map<String, CheckedScript> scripts = new LinkedHashMap<>();
            List<String> command = new ArrayList<>(
                    List.of(program.toString(), "--norc", "--format=json1", "--exclude=" + EXCLUDED, "--"));
            for (int i = 0; i < batch.size(); i++) {
                Path file = directory.resolve(Integer.toString(i));
                Files.writeString(file, batch.get(i).text());
                scripts.put(file.toString(), batch.get(i));
                command.add(file.toString());
            }
            Map<String, List<Remark>> remarks = RemarkReader.read(output(command, directory));
            for (Map.Entry<String, CheckedScript> script : scripts.entrySet()) {
                List<Remark> said = remarks.getOrDefault(script.getKey(), List.of());
                cache.put(script.getValue().text(), said);
                add(script.getValue(), said, findings);
            }
        } finally {
            remove(directory);
        }
    }

    /// What the program prints. Its exit status is 0 where it found nothing and 1 where it did.
    private String output(List<String> command, Path directory) throws IOException, InterruptedException {
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        Process process = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(
                        Files.createFile(directory.resolve("in")).toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new IOException("did not finish within " + seconds + " seconds; what it would find is missing");
        }
        if (process.exitValue() > 1) {
            String said = Files.readString(err).strip();
            int newline = said.indexOf('\n');
            throw new IOException("failed with exit status " + process.exitValue()
                    + (said.isEmpty() ? "" : ": " + (newline < 0 ? said : said.substring(0, newline))));
        }
        return Files.readString(out);
    }

    private static void remove(Path directory) throws IOException {
        try (var files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    private static void add(CheckedScript script, List<Remark> remarks, List<Finding> findings) {
        for (Remark remark : remarks) {
            Span span = script.place(remark);
            Severity level = Severity.of(remark.level());
            if (span != null && level != null && !isOfParser(remark)) {
                Place place = new Place(script.file().source(), span);
                findings.add(new Finding(
                        "SC" + remark.code(),
                        level,
                        place,
                        message(remark.message()),
                        List.of(),
                        List.of(),
                        Optional.empty()));
            }
        }
    }

    /// Whether ShellCheck could not read the script. What a shell cannot read is `shell-syntax-error`, which asks
    /// no other program; and what ShellCheck alone cannot read is no fault of the script.
    private static boolean isOfParser(Remark remark) {
        return remark.code() < 2000 && remark.level().equals("error");
    }

    /// Messages have no full stop here.
    private static String message(String text) {
        return text.endsWith(".") && !text.endsWith("..") ? text.substring(0, text.length() - 1) : text;
    }
}
