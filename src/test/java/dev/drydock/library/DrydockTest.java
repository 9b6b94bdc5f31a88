package dev.drydock.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.rule.Finding;
import dev.drydock.rule.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DrydockTest {

    private static Snapshot snapshot(String... pathsAndTexts) {
        var files = new TreeMap<String, byte[]>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            files.put(pathsAndTexts[i], pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return Snapshot.of(files);
    }

    private static List<String> rules(Outcome outcome) {
        return outcome.findings().stream().map(Finding::rule).distinct().toList();
    }

    @Test
    void filesAreJudgedTogether() {
        Outcome outcome = Drydock.check(snapshot(
                "compose.yaml", "services: {web: {build: {context: ., target: runtme}}}\n",
                "Dockerfile", "FROM alpine:3.22 AS runtime\nUSER 1000\nCMD [\"id\"]\n"));
        assertThat(rules(outcome)).containsExactly("build-target-missing");
        assertThat(outcome.files()).containsExactly("Dockerfile", "compose.yaml");
        assertThat(Drydock.text(outcome)).contains("did you mean runtime?");
        assertThat(Drydock.sarif(outcome)).contains("\"build-target-missing\"");
    }

    @Test
    void theSameSnapshotGivesTheSameBytes() {
        Snapshot one = snapshot("Dockerfile", "FROM alpine\nRUN cd /x\n", "a/compose.yml", "services: {}\n");
        assertThat(Drydock.sarif(Drydock.check(one))).isEqualTo(Drydock.sarif(Drydock.check(one)));
    }

    @Test
    void aProfileIsChosenAndAConfigurationRead() {
        String dockerfile = "FROM alpine:3.22\nCMD id\n";
        assertThat(rules(Drydock.check(snapshot("Dockerfile", dockerfile).withProfile("strict")))
                        .size())
                .isGreaterThan(
                        rules(Drydock.check(snapshot("Dockerfile", dockerfile))).size());
        assertThat(rules(Drydock.check(
                        snapshot("Dockerfile", "FROM alpine\n", "drydock.yaml", "rules: {pin-base-image: off}\n"))))
                .doesNotContain("pin-base-image");
        assertThat(rules(Drydock.check(snapshot("Dockerfile", "FROM alpine\n"))))
                .contains("pin-base-image");
    }

    @Test
    void whatIsWrongIsAFaultAndNoThrow() {
        Outcome outcome = Drydock.check(snapshot("drydock.yaml", "rules: {no-such: off}\n", "Dockerfile", "FROM a\n"));
        assertThat(outcome.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.where()).isEqualTo("drydock.yaml");
            assertThat(fault.message()).contains("no-such");
        });
        assertThat(Drydock.check(snapshot("README.md", "")).files()).isEmpty();
    }

    @Test
    void whatNobodyCanMeanIsRefused() {
        assertThatThrownBy(() -> Snapshot.of(Map.of("../x", new byte[0])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("../x");
        assertThatThrownBy(() -> Drydock.check(snapshot("Dockerfile", "").withProfile("lax")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("recommended");
    }
}
