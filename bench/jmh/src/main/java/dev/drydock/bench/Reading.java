package dev.drydock.bench;

import dev.drydock.model.command.RunScript;
import dev.drydock.model.compose.ComposeFile;
import dev.drydock.source.MappedText;
import dev.drydock.source.Source;
import dev.drydock.syntax.dockerfile.Dockerfile;
import dev.drydock.syntax.dockerfile.DockerfileReader;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.ignore.IgnoreFile;
import dev.drydock.syntax.shell.Dialect;
import dev.drydock.syntax.shell.Script;
import dev.drydock.syntax.shell.ShellReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// What it takes to read each kind of file, by a process that has read such files before.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Reading {

    private static final int PATHS = 1_000;

    private final Source dockerfile = Example.source("example.Dockerfile");
    private final Source composeFile = Example.source("compose.yaml");
    private final MappedText script = longScript();
    private final IgnoreFile ignoreFile = IgnoreFile.read(Example.source("dockerignore"));
    private final List<String> paths = paths();

    private static MappedText longScript() {
        Dockerfile file = DockerfileReader.read(Example.source("long-run.Dockerfile"));
        for (Instruction instruction : file.instructions()) {
            if (instruction instanceof Instruction.Run run
                    && RunScript.of(file.source(), run) instanceof MappedText text) {
                return text;
            }
        }
        throw new IllegalStateException("no script in long-run.Dockerfile");
    }

    /// Paths as a project of some size has them, a part of which the ignore file leaves out.
    private static List<String> paths() {
        String[] directories = {
            "src/app",
            "src/app/__pycache__",
            "node_modules/left/lib",
            "tests/unit/fixtures/deep",
            "docs",
            "assets/img",
            ""
        };
        String[] names = {"module%d.py", "part%d.ts", "notes%d.md", "cache%d.pyc", "key%d.pem"};
        var paths = new ArrayList<String>(PATHS);
        for (int i = 0; i < PATHS; i++) {
            String directory = directories[i % directories.length];
            String name = names[i % names.length].formatted(i);
            paths.add(directory.isEmpty() ? name : directory + "/" + name);
        }
        return paths;
    }

    /// A Dockerfile of 40 lines.
    @Benchmark
    public Dockerfile dockerfile() {
        return DockerfileReader.read(dockerfile);
    }

    /// The script of one `RUN` of 38 lines.
    @Benchmark
    public Script longScriptOfRun() {
        return ShellReader.read(script, Dialect.BASH);
    }

    /// A Compose file of 60 lines: YAML, values with their variables, services.
    @Benchmark
    public ComposeFile composeFile() {
        return ComposeFile.read(composeFile, Map.of());
    }

    /// What becomes of 1,000 paths by an ignore file of 40 patterns.
    @Benchmark
    public int ignoreFileOnAThousandPaths() {
        int ignored = 0;
        for (String path : paths) {
            if (ignoreFile.ignores(path)) {
                ignored++;
            }
        }
        return ignored;
    }
}
