package dev.drydock.model.contents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.context.BuildContext;
import dev.drydock.source.MemoryTree;
import dev.drydock.source.Source;
import dev.drydock.syntax.dockerfile.DockerfileReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What is said of an image's contents against builds that are really carried out on disk: random stages, copies
/// and commands.
class ContentsPropertyTest {

    private static final int TRIES = Integer.getInteger("drydock.tries", 50);

    /// Counts of what was compared.
    private static final class Tally {
        private int stages;
        private int certain;
        private int open;
        private int hidden;
        private int fromContext;
    }

    @Test
    void whereEverythingIsKnownEverythingIsSaidRight() throws IOException {
        var tally = new Tally();
        for (int seed = 0; seed < TRIES; seed++) {
            compare(seed, SimulatedBuild.Kind.KNOWN, tally);
        }
        assertThat(tally.open).as("nothing is left open").isZero();
        assertThat(tally.stages).isGreaterThan(TRIES / 2);
        assertThat(tally.certain).isGreaterThan(TRIES * 10);
        assertThat(tally.hidden).isGreaterThan(TRIES / 10);
        assertThat(tally.fromContext).isGreaterThan(TRIES / 2);
    }

    @Test
    void whereSomethingIsUnknownWhatIsSaidIsRight() throws IOException {
        var tally = new Tally();
        for (int seed = 0; seed < TRIES; seed++) {
            compare(1_000_000L + seed, SimulatedBuild.Kind.OPAQUE, tally);
        }
        assertThat(tally.certain).isGreaterThan(TRIES * 5);
        assertThat(tally.open).isGreaterThan(TRIES);
    }

    private static void compare(long seed, SimulatedBuild.Kind kind, Tally tally) throws IOException {
        Path disk = Files.createTempDirectory("drydock-contents");
        try {
            var build = new SimulatedBuild(seed, kind, disk);
            var file = new BuildFile(
                    DockerfileReader.read(Source.of("Dockerfile", build.text().getBytes(StandardCharsets.UTF_8))));
            var contents =
                    BuildContents.of(BuildContext.of(new MemoryTree(build.context()), "", "Dockerfile"), Map.of());
            for (SimulatedBuild.Built built : build.stages()) {
                Stage stage = file.stages().get(built.index());
                String where =
                        "seed " + seed + ", stage " + built.index() + " of\n" + build.text() + build.context() + "\n";
                compare(contents.at(stage), built, build, where, tally);
                tally.stages++;
                if (kind == SimulatedBuild.Kind.KNOWN) {
                    compareLayers(contents.at(stage), built.states(), where, tally);
                }
            }
        } finally {
            SimulatedBuild.delete(disk);
        }
    }

    private static void compare(
            ImageContents contents, SimulatedBuild.Built built, SimulatedBuild build, String where, Tally tally) {
        for (String path : new TreeSet<>(build.universe())) {
            String real = built.end().get(path);
            switch (contents.at(path)) {
                case Presence.Absent() -> {
                    assertThat(real).as(where + path + " is not there").isNull();
                    tally.certain++;
                }
                case Presence.There(Entry entry)
                when entry.isCertain() -> {
                    assertThat(real).as(where + path + " is there").isNotNull();
                    assertThat(real.equals("/") ? Entry.Kind.DIRECTORY : Entry.Kind.FILE)
                            .as(where + path)
                            .isEqualTo(entry.kind());
                    Origin first = entry.origin().hops().getFirst();
                    if (entry.kind() == Entry.Kind.FILE && contents.unknown().isEmpty()) {
                        String expected = first.means() == Origin.Means.CONTEXT ? "ctx:" + first.what() : "";
                        assertThat(real.startsWith("ctx:") ? real : "")
                                .as(where + path + " came from " + first)
                                .isEqualTo(expected);
                        tally.fromContext += expected.isEmpty() ? 0 : 1;
                    }
                    tally.certain++;
                }
                case Presence.There _, Presence.Unknown _ -> tally.open++;
            }
        }
    }

    /// What lower layers have: what was there after a step and is gone after a later one.
    private static void compareLayers(
            ImageContents contents, List<Map<String, String>> states, String where, Tally tally) {
        for (int i = 1; i < states.size(); i++) {
            for (String path : states.get(i - 1).keySet()) {
                if (!states.get(i).containsKey(path)) {
                    assertThat(contents.hidden())
                            .as(where + path + " is in a lower layer")
                            .anyMatch(hidden -> hidden.entry().path().equals(path));
                    tally.hidden++;
                }
            }
        }
        for (Hidden hidden : contents.hidden()) {
            assertThat(states)
                    .as(where + hidden.entry().path() + " was there once")
                    .anyMatch(state -> state.containsKey(hidden.entry().path()));
        }
    }
}
