package dev.drydock.report;

import static dev.drydock.report.Samples.DOCKERFILE;
import static dev.drydock.report.Samples.FULL;
import static dev.drydock.report.Samples.place;
import static dev.drydock.report.Samples.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.drydock.rule.Finding;
import dev.drydock.rule.Outcome;
import dev.drydock.rule.Severity;
import dev.drydock.source.Place;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MachineReportsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void jsonHoldsTheWholeOutcome() throws IOException {
        JsonNode report = JSON.readTree(write(Format.JSON, FULL));
        assertThat(report.at("/format").asInt()).isEqualTo(1);
        assertThat(report.at("/version").asText()).isEqualTo("9.8.7");
        assertThat(report.at("/files")).extracting(JsonNode::asText).containsExactlyElementsOf(FULL.files());
        assertThat(report.at("/findings")).hasSameSizeAs(FULL.findings());
        for (int i = 0; i < FULL.findings().size(); i++) {
            JsonNode json = report.at("/findings/" + i);
            Finding finding = FULL.findings().get(i);
            assertThat(json.at("/rule").asText()).isEqualTo(finding.rule());
            assertThat(json.at("/level").asText()).isEqualTo(finding.level().id());
            assertThat(json.at("/message").asText()).isEqualTo(finding.message());
            assertPlace(json, finding.place());
            for (int step = 0; step < finding.flow().size(); step++) {
                assertPlace(json.at("/flow/" + step), finding.flow().get(step).place());
            }
            for (int step = 0; step < finding.related().size(); step++) {
                assertPlace(
                        json.at("/related/" + step), finding.related().get(step).place());
            }
        }
        JsonNode fix = report.at("/findings/0/fix");
        assertThat(fix.at("/title").asText()).isEqualTo("add the tag");
        assertThat(fix.at("/safety").asText()).isEqualTo("unsafe");
        assertThat(fix.at("/changes/0/edits/0/replacement").asText()).isEqualTo(":3.13");
        assertThat(fix.at("/changes/0/edits/0/start/offset").asInt()).isEqualTo(11);
        assertThat(report.at("/suppressed/0/reason").asText()).isEqualTo("it is ours");
        assertPlace(
                report.at("/suppressed/0/comment"), FULL.suppressed().getFirst().comment());
        assertThat(report.at("/faults/0/kind").asText()).isEqualTo("input");
        assertThat(report.at("/faults/1/where").asText()).isEqualTo("rule broken in compose.yaml");
        assertThat(report.at("/summary").toString()).isEqualTo("{\"error\":1,\"warning\":1,\"info\":1,\"style\":1}");
    }

    private static void assertPlace(JsonNode json, Place place) {
        Source source = place.source();
        assertThat(json.at("/path").asText()).isEqualTo(source.path());
        assertThat(json.at("/start/offset").asInt()).isEqualTo(place.span().start());
        assertThat(json.at("/end/offset").asInt()).isEqualTo(place.span().end());
        assertThat(json.at("/start/line").asInt())
                .isEqualTo(source.position(place.span().start()).line());
        assertThat(json.at("/end/column").asInt())
                .isEqualTo(source.position(place.span().end()).column());
    }

    @Test
    void noReportShowsASecret() throws IOException {
        for (Format format : Format.values()) {
            assertThat(write(format, FULL)).as(format.id()).doesNotContain("hunter2");
        }
        assertThat(write(Format.TEXT, FULL)).contains("ENV API_TOKEN *******");
    }

    @Test
    void githubAnnotationsAreEscaped() throws IOException {
        assertThat(write(Format.GITHUB, FULL)).isEqualTo("""
                ::warning file=web app/Dockerfile,line=1,endLine=1,col=6,endColumn=11,title=pin-base-image::image python has no tag; name its version
                ::notice file=web app/Dockerfile,line=2,endLine=2,col=5,endColumn=21,title=legacy-key-value::old form of ENV; write API_TOKEN=…
                ::error file=web app/Dockerfile,line=2,endLine=2,col=5,endColumn=13,title=secret-in-arg-or-env::API_TOKEN stays in the image; mount a secret
                ::notice file=web app/Dockerfile,line=5,endLine=6,title=unknown-to-the-index::100%25: a, b%0Ac
                ::error title=drydock::gone/Dockerfile: no such file
                ::error title=drydock::rule broken in compose.yaml: index 3 out of bounds
                """);
    }

    @Test
    void theSameOutcomeGivesTheSameBytes() throws IOException {
        for (Format format : Format.values()) {
            assertThat(write(format, FULL)).isEqualTo(write(format, FULL));
        }
    }

    @Test
    void fingerprintsStayWhenLinesMove() throws IOException {
        var moved = Source.of(DOCKERFILE.path(), "# one more\n\n" + DOCKERFILE.text());
        assertThat(fingerprint(place(DOCKERFILE, "python"))).isEqualTo(fingerprint(place(moved, "python")));
        assertThat(fingerprint(place(DOCKERFILE, "python"))).isNotEqualTo(fingerprint(place(DOCKERFILE, "hunter2")));
    }

    @Test
    void fingerprintsOfEqualLinesDiffer() {
        var source = Source.of("Dockerfile", "RUN a\nRUN  a\n");
        var first = finding(new Place(source, new Span(0, 3)));
        var second = finding(new Place(source, new Span(6, 9)));
        var run = new Run(outcome(first, second), Samples.RULES);
        var fingerprints = new Fingerprints(run);
        String one = fingerprints.next(first);
        String two = fingerprints.next(second);
        assertThat(one).endsWith(":1");
        assertThat(two).isEqualTo(one.substring(0, one.length() - 1) + "2");
    }

    private static String fingerprint(Place place) throws IOException {
        JsonNode report = JSON.readTree(write(Format.SARIF, outcome(finding(place))));
        return report.at("/runs/0/results/0/partialFingerprints/drydock~1v1").asText();
    }

    private static Finding finding(Place place) {
        return new Finding("r", Severity.ERROR, place, "m", List.of(), List.of(), Optional.empty());
    }

    private static Outcome outcome(Finding... findings) {
        return new Outcome(List.of(findings), List.of(), List.of(), List.of());
    }

    @Property
    void anyTextComesBackFromJson(@ForAll String text) throws IOException {
        var out = new StringBuilder();
        var json = new JsonWriter(out);
        json.object()
                .field(text, text)
                .name("list")
                .array()
                .value(1)
                .value(text)
                .endArray();
        json.endObject().end();
        JsonNode read = JSON.readTree(out.toString());
        assertThat(read.get(text).asText()).isEqualTo(text);
        assertThat(read.get("list").get(1).asText()).isEqualTo(text);
    }
}
