package dev.drydock.bench;

import dev.drydock.library.Drydock;
import dev.drydock.library.Snapshot;
import dev.drydock.rule.Outcome;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// What a whole check costs a program that makes many: finding, reading, all rules of `recommended`, with one thread.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Checking {

    private final Snapshot dockerfile = Snapshot.of(Map.of("Dockerfile", Example.bytes("example.Dockerfile")));
    private final Snapshot project = Snapshot.of(Example.project());
    private final Outcome outcome = checked();

    private Outcome checked() {
        Outcome all = Drydock.check(project);
        if (!all.faults().isEmpty() || all.files().size() < 3 || all.findings().isEmpty()) {
            throw new IllegalStateException("not what is to be measured: " + all);
        }
        return all;
    }

    /// A Dockerfile of 40 lines, alone.
    @Benchmark
    public Outcome oneDockerfile() {
        return Drydock.check(dockerfile);
    }

    /// The same Dockerfile with a Compose file that builds it, an overlay and an ignore file.
    @Benchmark
    public Outcome project() {
        return Drydock.check(project);
    }

    /// The report on that project.
    @Benchmark
    public String sarif() {
        return Drydock.sarif(outcome);
    }
}
