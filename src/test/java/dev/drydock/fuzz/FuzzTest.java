package dev.drydock.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever the bytes, reading them ends in time, without a throw, and with every span in its place. The inputs are
/// made from `testdata/fuzz/seeds`; a short run is part of every build, and `bench/fuzz` makes a long one.
class FuzzTest {

    private static final Path ROOT = Path.of(System.getProperty("drydock.basedir", "."));

    /// How long one input may take, on a machine that does much else.
    private static final Duration BOUND = Duration.ofSeconds(20);

    /// What takes longer is kept, for a person to look at.
    private static final Duration SLOW = Duration.ofSeconds(2);

    private static final long SECONDS = Long.getLong("drydock.fuzz.seconds", 1);

    /// The same inputs in every build; others on demand.
    private static final long CHANCE = Long.getLong("drydock.fuzz.chance", 6);

    private static final String WANTED = System.getProperty("drydock.fuzz.target", "");

    /// How many faults of one target are looked for before the run ends.
    private static final int FAULTS = Integer.getInteger("drydock.fuzz.faults", 1);

    private static List<byte[]> seeds(Target target) throws IOException {
        var seeds = new ArrayList<byte[]>();
        try (Stream<Path> files = Files.list(ROOT.resolve("testdata/fuzz/seeds").resolve(target.id()))) {
            for (Path file : files.sorted().toList()) {
                seeds.add(Files.readAllBytes(file));
            }
        }
        return seeds;
    }

    @ParameterizedTest
    @EnumSource
    void whateverTheBytesReadingThemEndsWell(Target target) throws Exception {
        if (!WANTED.isEmpty() && !WANTED.equals(target.id())) {
            return;
        }
        List<byte[]> seeds = seeds(target);
        for (byte[] seed : seeds) {
            target.feed(seed);
        }
        var mutator = new Mutator(seeds, CHANCE);
        var current = new AtomicReference<>(new byte[0]);
        var faults = new ArrayList<String>();
        long start = System.nanoTime();
        long inputs = 0;
        long slowest = 0;
        try (var watch = new Watch(target, current)) {
            while (System.nanoTime() - start < SECONDS * 1_000_000_000L && faults.size() < FAULTS) {
                byte[] input = mutator.next();
                current.set(input);
                long before = System.nanoTime();
                try {
                    target.feed(input);
                } catch (Exception | AssertionError | StackOverflowError | OutOfMemoryError e) {
                    faults.add(said(e) + "; " + kept(target, smallest(target, input, e)));
                }
                long took = System.nanoTime() - before;
                if (took > Math.max(slowest, SLOW.toNanos())) {
                    System.err.println(target.id() + " is slow: " + took / 1_000_000 + " ms; " + kept(target, input));
                }
                slowest = Math.max(slowest, took);
                inputs++;
                watch.alive();
            }
        }
        if (SECONDS > 1) {
            System.out.printf(
                    "%-14s %8d inputs in %d s, slowest %d ms, %d faults%n",
                    target.id(),
                    inputs,
                    (System.nanoTime() - start) / 1_000_000_000L,
                    slowest / 1_000_000,
                    faults.size());
        }
        assertThat(faults).isEmpty();
        assertThat(inputs).isPositive();
        assertThat(Duration.ofNanos(slowest)).isLessThan(BOUND);
    }

    /// Tells which input hangs, which the thread that reads it never will.
    private static final class Watch implements AutoCloseable {
        private final Thread thread;
        private volatile long last = System.nanoTime();

        Watch(Target target, AtomicReference<byte[]> current) {
            thread = Thread.ofPlatform().daemon().start(() -> {
                try {
                    while (System.nanoTime() - last < 3 * BOUND.toNanos()) {
                        Thread.sleep(500);
                    }
                    System.err.println(target.id() + " hangs; " + kept(target, current.get()));
                    Runtime.getRuntime().halt(1);
                } catch (InterruptedException | IOException _) {
                    // The run has ended.
                }
            });
        }

        void alive() {
            last = System.nanoTime();
        }

        @Override
        public void close() {
            thread.interrupt();
        }
    }

    /// The input with all taken out of it that the fault does not need.
    private static byte[] smallest(Target target, byte[] input, Throwable fault) {
        byte[] small = input;
        long end = System.nanoTime() + BOUND.toNanos();
        for (int size = Math.max(1, input.length / 2); size > 0; size /= 2) {
            for (int at = 0; at + size <= small.length && System.nanoTime() < end; ) {
                byte[] less = new byte[small.length - size];
                System.arraycopy(small, 0, less, 0, at);
                System.arraycopy(small, at + size, less, at, less.length - at);
                if (same(target, less, fault)) {
                    small = less;
                } else {
                    at += size;
                }
            }
        }
        return small;
    }

    private static boolean same(Target target, byte[] input, Throwable fault) {
        try {
            target.feed(input);
            return false;
        } catch (Exception | AssertionError | StackOverflowError | OutOfMemoryError e) {
            return e.getClass() == fault.getClass();
        }
    }

    private static String said(Throwable fault) {
        var text = new StringBuilder(String.valueOf(fault));
        for (StackTraceElement line : fault.getStackTrace()) {
            if (line.getClassName().startsWith("dev.drydock")) {
                text.append(" at ").append(line);
                break;
            }
        }
        return text.toString();
    }

    private static String kept(Target target, byte[] input) throws IOException {
        Path directory = Files.createDirectories(ROOT.resolve("target/fuzz"));
        Path file = directory.resolve(target.id() + "-" + Integer.toHexString(Arrays.hashCode(input)));
        Files.write(file, input);
        return "the input is in " + file;
    }

    /// An input that a run kept: `-Ddrydock.fuzz.input=FILE -Ddrydock.fuzz.target=NAME`.
    @Test
    void oneInputAlone() throws Exception {
        String file = System.getProperty("drydock.fuzz.input", "");
        if (file.isEmpty()) {
            return;
        }
        for (Target target : Target.values()) {
            if (target.id().equals(WANTED)) {
                target.feed(Files.readAllBytes(Path.of(file)));
                return;
            }
        }
        fail("no target " + WANTED);
    }
}
