package dev.drydock.syntax.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.model.command.ShellComparison;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the reader makes of a sample of the corpus, beside what the shells say; [ShellComparison] alone
/// measures all of it.
class ShellCorpusTest {

    private static final Path CORPUS = Path.of(System.getProperty("drydock.corpus", "absent"), "dockerfiles");

    /// Every so many bodies are judged.
    private static final int STEP = 10;

    @BeforeEach
    void find() {
        assumeTrue(Files.isDirectory(CORPUS), "the corpus is not here");
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "bash is not installed");
        assumeTrue(Files.isExecutable(Path.of("/bin/dash")), "dash is not installed");
    }

    private static List<ShellComparison.Body> sample() throws Exception {
        List<ShellComparison.Body> all = ShellComparison.bodies(CORPUS);
        List<ShellComparison.Body> sample = new ArrayList<>();
        for (int i = 0; i < all.size(); i += STEP) {
            sample.add(all.get(i));
        }
        return sample;
    }

    @Test
    void everythingIsReadAndNothingIsWrong() throws Exception {
        var counts = ShellComparison.compare(sample());
        assertThat(counts.falseAlarms()).as(counts.differences()).isEmpty();
        assertThat(counts.unknownShare()).isLessThan(0.005);
    }

    @Test
    void whatShellsRejectIsFound() throws Exception {
        var counts = ShellComparison.compare(ShellComparison.damaged(sample(), 600, 1));
        assertThat(counts.falseAlarms()).as(counts.differences()).isEmpty();
        assertThat(counts.rejected()).isGreaterThan(100);
        assertThat(counts.foundShare()).as(counts.differences()).isGreaterThan(0.95);
    }
}
