package dev.drydock.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.rule.Finding;
import dev.drydock.rule.Severity;
import dev.drydock.source.Place;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final String PAGE = """
            Why.

            ```dockerfile
            FROM not-a-scenario
            ```

            ## One
            Prose.
            ```dockerfile
            FROM alpine
                 ~~~~~~ no tag
            \tRUN x
            \t~~~ bad
            ```
            ```fixed
            FROM alpine:3
            ```

            ## Two
            `compose.yaml`
            ```yaml
            services: {}
            ```
            `api/.dockerignore`
            ```text
            ~/x
            ```

            ## Three
            ```dockerfile
            FROM a
            ```
            ```dockerfile
            FROM b
            ```
            """;

    @Test
    void scenariosAreReadWithoutWhatIsDrawn() {
        var scenarios = Page.parse(PAGE).scenarios();
        assertThat(scenarios).extracting(Page.Scenario::heading).containsExactly("One", "Two", "Three", "Three");
        assertThat(scenarios.getFirst().texts()).isEqualTo(Map.of("Dockerfile", "FROM alpine\n\tRUN x\n"));
        assertThat(scenarios.getFirst().flagged()).isTrue();
        assertThat(scenarios.getFirst().files().get("Dockerfile").fixed().text())
                .isEqualTo("FROM alpine:3\n");
        assertThat(scenarios.get(1).texts())
                .isEqualTo(Map.of("compose.yaml", "services: {}\n", "api/.dockerignore", "~/x\n"));
        assertThat(scenarios.get(1).flagged()).isFalse();
        assertThat(scenarios.get(3).texts()).isEqualTo(Map.of("Dockerfile", "FROM b\n"));
    }

    @Test
    void fencesCanBeRewritten() {
        Page page = Page.parse(PAGE);
        assertThat(page.with(Map.of())).isEqualTo(PAGE);
        var fence = page.scenarios().get(2).files().get("Dockerfile");
        var fixed = page.scenarios().getFirst().files().get("Dockerfile").fixed();
        assertThat(page.with(Map.of(fence, "FROM x\nRUN y\n", fixed, "FROM z\n")))
                .isEqualTo(PAGE.replace("FROM a\n", "FROM x\nRUN y\n").replace("FROM alpine:3\n", "FROM z\n"));
    }

    @Test
    void faultsNameTheirLine() {
        assertThatThrownBy(() -> Page.parse("## A\n```dockerfile\nFROM a\n"))
                .hasMessage("line 2: the fence does not end");
        assertThatThrownBy(() -> Page.parse("## A\n```fixed\n```\n")).hasMessageStartingWith("line 2: no fence above");
        assertThatThrownBy(() -> Page.parse("## A\n\n```text\n```\n"))
                .hasMessageContaining("needs a line with its path");
    }

    @Test
    void findingsAreDrawnUnderTheirWords() {
        var source = Source.of("Dockerfile", "FROM a\n\tRUN x \\\n  y\n");
        var findings = List.of(at(source, 5, 6, "one"), at(source, 6, 6, "two"), at(source, 8, 18, "three"));
        String drawn = "FROM a\n     ~ one\n      ~ two\n\tRUN x \\\n\t~~~~~~~ three\n  y\n";
        assertThat(Drawing.of(source, findings)).isEqualTo(drawn);
        assertThat(Drawing.without(drawn)).isEqualTo(source.text());
        assertThat(Drawing.of(source, List.of(at(source, 19, 19, "end")))).endsWith("  y\n   ~ end\n");
        assertThat(Drawing.of(Source.of("Dockerfile", ""), List.of(at(Source.of("Dockerfile", ""), 0, 0, "empty"))))
                .isEqualTo("~ empty\n");
    }

    private static Finding at(Source source, int start, int end, String message) {
        var place = new Place(source, new Span(start, end));
        return new Finding("r", Severity.ERROR, place, message, List.of(), List.of(), Optional.empty());
    }
}
