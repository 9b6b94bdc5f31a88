package dev.drydock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.config.Config;
import dev.drydock.config.ConfigException;
import dev.drydock.config.Settings;
import dev.drydock.engine.Discovery;
import dev.drydock.engine.Engine;
import dev.drydock.rule.Finding;
import dev.drydock.rule.Outcome;
import dev.drydock.source.Place;
import dev.drydock.source.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Small whole projects as teams have them, in `testdata/projects`: of each a good form, of which the recommended
/// rules say nothing, and a bad form, whose findings with their ways are in `expected`.
class ProjectsTest {

    private static final Path ROOT = Path.of(System.getProperty("drydock.basedir", "."));
    private static final boolean WRITE =
            System.getProperty("drydock.golden", "compare").equals("write");

    @TestFactory
    Stream<DynamicTest> goodProjectsAreQuiet() throws IOException {
        return projects()
                .map(project -> DynamicTest.dynamicTest(
                        project.getFileName() + ", good",
                        () -> assertThat(findings(project.resolve("good"))).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> badProjectsAreFoundOut() throws IOException {
        return projects()
                .map(project -> DynamicTest.dynamicTest(project.getFileName() + ", bad", () -> {
                    String found = findings(project.resolve("bad"));
                    Path expected = project.resolve("expected");
                    if (WRITE) {
                        Files.writeString(expected, found);
                    }
                    assertThat(found).isEqualTo(Files.readString(expected));
                }));
    }

    @Test
    void thereAreProjectsOfEveryKind() throws IOException {
        List<Path> projects = projects().toList();
        assertThat(projects).hasSizeGreaterThanOrEqualTo(24);
        int flows = 0;
        for (Path project : projects) {
            String expected = Files.readString(project.resolve("expected"));
            assertThat(expected.lines().filter(line -> !line.startsWith(" ")).count())
                    .as(project + " has findings")
                    .isGreaterThanOrEqualTo(4);
            flows += expected.contains("\n    1. ") ? 1 : 0;
        }
        assertThat(flows).as("projects in which something travels").isGreaterThanOrEqualTo(12);
    }

    private static Stream<Path> projects() throws IOException {
        try (Stream<Path> directories = Files.list(ROOT.resolve("testdata/projects"))) {
            return directories.filter(each -> Files.isDirectory(each.resolve("good"))).sorted().toList().stream();
        }
    }

    private static String findings(Path directory) throws IOException, ConfigException {
        // Elsewhere, where the project is all there is: here it would be a part of Drydock's own.
        Path copy = Files.createTempDirectory("shop").toRealPath();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(directory.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        try {
            return check(copy);
        } finally {
            try (Stream<Path> files = Files.walk(copy)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private static String check(Path directory) throws IOException, ConfigException {
        var none = new Discovery.Choice(_ -> false, List.of());
        Discovery.Found found = Discovery.find(List.of(directory), _ -> none);
        Settings settings = Settings.of(PagesTest.INDEX, Config.EMPTY, Settings.Choice.NONE, Settings.Base.ROOT);
        Outcome outcome = new Engine(Rules.all(), settings, PagesTest.INDEX, 1).check(found.project());
        assertThat(outcome.faults()).isEmpty();
        assertThat(found.project().dockerfiles().size()
                        + found.project().composeFiles().size())
                .as(directory + " has files")
                .isPositive();
        var text = new StringBuilder();
        for (Finding finding : outcome.findings()) {
            text.append(at(finding.place()))
                    .append(": ")
                    .append(finding.level().id())
                    .append(": ")
                    .append(finding.message())
                    .append(" [")
                    .append(finding.rule())
                    .append("]\n");
            for (Finding.Step step : finding.related()) {
                text.append("    see ")
                        .append(at(step.place()))
                        .append(": ")
                        .append(step.message())
                        .append('\n');
            }
            int number = 0;
            for (Finding.Step step : finding.flow()) {
                text.append("    ")
                        .append(++number)
                        .append(". ")
                        .append(at(step.place()))
                        .append(": ")
                        .append(step.message())
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static String at(Place place) {
        Position position = place.source().position(place.span().start());
        return place.source().path() + ":" + position.line() + ":" + position.column();
    }
}
