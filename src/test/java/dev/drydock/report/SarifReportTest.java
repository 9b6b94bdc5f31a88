package dev.drydock.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.contrastsecurity.sarif.ArtifactLocation;
import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.PhysicalLocation;
import com.contrastsecurity.sarif.Region;
import com.contrastsecurity.sarif.ReportingConfiguration;
import com.contrastsecurity.sarif.ReportingDescriptor;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.SarifSchema210;
import com.contrastsecurity.sarif.Suppression;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.drydock.rule.Finding;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Outcome;
import dev.drydock.source.Edit;
import dev.drydock.source.Place;
import dev.drydock.source.Position;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Reads every report back through java-sarif's types and compares it with the outcome that it was written from.
class SarifReportTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static com.contrastsecurity.sarif.Run read(Outcome outcome) throws IOException {
        SarifSchema210 log = JSON.readValue(Samples.write(Format.SARIF, outcome), SarifSchema210.class);
        assertThat(log.getVersion()).isEqualTo(SarifSchema210.Version._2_1_0);
        assertThat(log.getRuns()).hasSize(1);
        return log.getRuns().getFirst();
    }

    @Test
    void theDriverDescribesTheRulesSeen() throws IOException {
        var driver = read(Samples.FULL).getTool().getDriver();
        assertThat(driver.getName()).isEqualTo("Drydock");
        assertThat(driver.getSemanticVersion()).isEqualTo("9.8.7");
        List<ReportingDescriptor> rules = List.copyOf(driver.getRules());
        assertThat(rules)
                .extracting(ReportingDescriptor::getId)
                .containsExactly("legacy-key-value", "pin-base-image", "secret-in-arg-or-env", "unknown-to-the-index");
        ReportingDescriptor pin = rules.get(1);
        assertThat(pin.getName()).isEqualTo("PinBaseImage");
        assertThat(pin.getShortDescription().getText()).isEqualTo("a title.");
        assertThat(pin.getFullDescription().getText())
                .startsWith("An image without")
                .endsWith("there yesterday.");
        assertThat(pin.getHelp().getText()).isEqualTo(pin.getFullDescription().getText());
        assertThat(pin.getHelp().getMarkdown()).contains("## A heading\n```dockerfile\nFROM alpine\n");
        assertThat(pin.getHelpUri().toString()).endsWith("/v9.8.7/rules/pin-base-image.md");
        assertThat(pin.getProperties().getTags()).containsExactlyInAnyOrder("security", "DL3006", "buildkit:Xxx");
        assertThat(pin.getProperties().getAdditionalProperties())
                .containsAllEntriesOf(
                        Map.of("precision", "high", "problem.severity", "warning", "security-severity", "7.5"));
        ReportingDescriptor legacy = rules.getFirst();
        assertThat(legacy.getDefaultConfiguration().getLevel()).isEqualTo(ReportingConfiguration.Level.NOTE);
        assertThat(legacy.getProperties().getTags()).containsExactlyInAnyOrder("DL3006", "buildkit:Xxx");
        assertThat(legacy.getProperties().getAdditionalProperties())
                .containsEntry("problem.severity", "recommendation")
                .doesNotContainKey("security-severity");
        assertThat(rules.get(2).getProperties().getAdditionalProperties()).containsEntry("precision", "medium");
    }

    @Test
    void resultsAreTheFindings() throws IOException {
        var run = read(Samples.FULL);
        List<ReportingDescriptor> rules = List.copyOf(run.getTool().getDriver().getRules());
        List<Result> results = run.getResults();
        assertThat(results)
                .hasSize(Samples.FULL.findings().size()
                        + Samples.FULL.suppressed().size());
        for (int i = 0; i < results.size(); i++) {
            int suppressed = i - Samples.FULL.findings().size();
            Finding finding = suppressed < 0
                    ? Samples.FULL.findings().get(i)
                    : Samples.FULL.suppressed().get(suppressed).finding();
            Result result = results.get(i);
            assertThat(result.getRuleId()).isEqualTo(finding.rule());
            assertThat(rules.get(result.getRuleIndex()).getId()).isEqualTo(finding.rule());
            assertThat(result.getLevel()).isEqualTo(level(finding));
            assertThat(result.getMessage().getText()).isEqualTo(finding.message() + ".");
            assertThat(result.getLocations()).hasSize(1);
            assertLocation(result.getLocations().getFirst().getPhysicalLocation(), finding.place());
            assertThat(result.getPartialFingerprints().getAdditionalProperties())
                    .containsKey("drydock/v1");
        }
    }

    @Test
    void relatedPlacesFlowsAndFixesAreKept() throws IOException {
        Result result = read(Samples.FULL).getResults().getFirst();
        Finding finding = Samples.FULL.findings().getFirst();
        assertSteps(List.copyOf(result.getRelatedLocations()), finding.related());
        var flow = result.getCodeFlows().getFirst().getThreadFlows().getFirst().getLocations();
        assertSteps(flow.stream().map(step -> step.getLocation()).toList(), finding.flow());

        Fix fix = finding.fix().orElseThrow();
        assertThat(result.getFixes()).hasSize(1);
        var read = result.getFixes().iterator().next();
        assertThat(read.getDescription().getText()).isEqualTo(fix.title() + ".");
        var change = read.getArtifactChanges().iterator().next();
        assertUri(change.getArtifactLocation(), fix.changes().getFirst().source());
        var replacement = change.getReplacements().getFirst();
        Edit edit = fix.changes().getFirst().edits().getFirst();
        assertRegion(replacement.getDeletedRegion(), new Place(Samples.DOCKERFILE, edit.span()));
        assertThat(replacement.getInsertedContent().getText()).isEqualTo(edit.replacement());
    }

    @Test
    void aFixThatSpellsOutASecretIsLeftOut() throws IOException {
        assertThat(read(Samples.FULL).getResults().get(1).getFixes()).isNullOrEmpty();
    }

    @Test
    void suppressionsSayWhereAndWhy() throws IOException {
        List<Result> results = read(Samples.FULL).getResults();
        assertThat(results.subList(0, 4))
                .allSatisfy(result -> assertThat(result.getSuppressions()).isEmpty());
        Suppression suppression = results.getLast().getSuppressions().iterator().next();
        assertThat(suppression.getKind()).isEqualTo(Suppression.Kind.IN_SOURCE);
        assertThat(suppression.getJustification()).isEqualTo("it is ours");
        assertLocation(
                suppression.getLocation().getPhysicalLocation(),
                Samples.FULL.suppressed().getFirst().comment());
        var plain = new Outcome(Samples.FULL.findings(), List.of(), List.of(), List.of());
        assertThat(Samples.write(Format.SARIF, plain)).doesNotContain("suppressions");
    }

    @Test
    void faultsAreNotifications() throws IOException {
        var run = read(Samples.FULL);
        var invocation = run.getInvocations().getFirst();
        assertThat(invocation.getExecutionSuccessful()).isFalse();
        assertThat(invocation.getToolExecutionNotifications())
                .extracting(notification -> notification.getMessage().getText())
                .containsExactly("gone/Dockerfile: no such file", "rule broken in compose.yaml: index 3 out of bounds");
        assertThat(run.getArtifacts())
                .extracting(artifact -> artifact.getLocation().getUri())
                .containsExactlyInAnyOrder("compose.yaml", "other/Dockerfile", "web%20app/Dockerfile");
        assertThat(run.getColumnKind()).isEqualTo(com.contrastsecurity.sarif.Run.ColumnKind.UTF_16_CODE_UNITS);
    }

    @Test
    void theLinesAroundAResultAreItsContext() throws IOException {
        Region context = read(Samples.FULL)
                .getResults()
                .get(2)
                .getLocations()
                .getFirst()
                .getPhysicalLocation()
                .getContextRegion();
        assertThat(context.getStartLine()).isEqualTo(1);
        assertThat(context.getEndLine()).isEqualTo(3);
        assertThat(context.getSnippet().getText())
                .isEqualTo("FROM python\nENV API_TOKEN *******\n# drydock ignore=pin-base-image it is ours");
    }

    @Test
    void anEmptyRunIsStillAReport() throws IOException {
        var run = read(new Outcome(List.of(), List.of(), List.of(), List.of()));
        assertThat(run.getResults()).isEmpty();
        assertThat(run.getInvocations().getFirst().getExecutionSuccessful()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b/c", "größe.yml", "100%", "a:b", "a#b?c", "[x]", "日本/Dockerfile", "a\\b"})
    void pathsComeBackFromTheirUris(String path) {
        URI uri = URI.create(SarifReport.uri(path));
        assertThat(uri.getScheme()).isNull();
        assertThat(uri.getPath()).isEqualTo(path);
        assertThat(uri.getRawQuery()).isNull();
        assertThat(uri.getRawFragment()).isNull();
    }

    private static void assertSteps(List<Location> locations, List<Finding.Step> steps) {
        assertThat(locations).hasSameSizeAs(steps);
        for (int i = 0; i < steps.size(); i++) {
            assertLocation(locations.get(i).getPhysicalLocation(), steps.get(i).place());
            assertThat(locations.get(i).getMessage().getText())
                    .isEqualTo(steps.get(i).message() + ".");
        }
    }

    private static void assertLocation(PhysicalLocation location, Place place) {
        assertUri(location.getArtifactLocation(), place.source());
        assertRegion(location.getRegion(), place);
        String snippet = location.getRegion().getSnippet().getText();
        assertThat(snippet.replaceAll("\\*", "")).isEqualTo(place.text().replace("hunter2", ""));
    }

    private static void assertRegion(Region region, Place place) {
        Position start = place.source().position(place.span().start());
        Position end = place.source().position(place.span().end());
        assertThat(new Position(region.getStartLine(), region.getStartColumn())).isEqualTo(start);
        assertThat(new Position(region.getEndLine(), region.getEndColumn())).isEqualTo(end);
        int offset = region.getCharOffset();
        assertThat(new Span(offset, offset + region.getCharLength())).isEqualTo(place.span());
    }

    private static void assertUri(ArtifactLocation location, Source source) {
        assertThat(location.getUriBaseId()).isEqualTo("%SRCROOT%");
        assertThat(URI.create(location.getUri()).getPath()).isEqualTo(source.path());
    }

    private static Result.Level level(Finding finding) {
        return switch (finding.level()) {
            case ERROR -> Result.Level.ERROR;
            case WARNING -> Result.Level.WARNING;
            case INFO, STYLE -> Result.Level.NOTE;
        };
    }
}
