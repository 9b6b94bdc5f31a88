package dev.drydock.report;

import static dev.drydock.report.Samples.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.rule.Finding;
import dev.drydock.rule.Outcome;
import dev.drydock.rule.Severity;
import dev.drydock.source.Place;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextReportTest {

    @Test
    void everythingAFindingHasIsShown() throws IOException {
        assertThat(write(Format.TEXT, Samples.FULL)).isEqualTo("""
                web app/Dockerfile:1:6: warning: image python has no tag; name its version [pin-base-image]
                  1 | FROM python
                    |      ^^^^^^
                  web app/Dockerfile:1:1: it begins here
                  1 | FROM python
                    | ^^^^^^^^^^^
                  web app/Dockerfile:4:19: and ships here
                  4 | FROM "größe😀" AS x
                    |                   ^
                  compose.yaml:3:12: built for service "web" here
                  3 |     build: web app
                    |            ^^^^^^^
                  why: An image without a tag is another image tomorrow.
                  fix: add the tag (unsafe)

                web app/Dockerfile:2:5: style: old form of ENV; write API_TOKEN=… [legacy-key-value]
                  2 | ENV API_TOKEN *******
                    |     ^^^^^^^^^^^^^^^^^
                  why: An image without a tag is another image tomorrow.

                web app/Dockerfile:2:5: error: API_TOKEN stays in the image; mount a secret [secret-in-arg-or-env]
                  2 | ENV API_TOKEN *******
                    |     ^^^^^^^^^
                  why: An image without a tag is another image tomorrow.

                web app/Dockerfile:5:6: info: 100%: a, b␊c [unknown-to-the-index]
                  5 |     RUN echo ␛[31m \\
                    |         ^^^^^^^^^^^^…

                fault: gone/Dockerfile: no such file
                fault: rule broken in compose.yaml: index 3 out of bounds
                4 problems in 1 of 3 files: 1 error, 1 warning, 1 info, 1 style; 1 suppressed; 2 faults
                """);
    }

    @Test
    void quietIsOneLineAFinding() throws IOException {
        assertThat(write(Format.TEXT, Samples.FULL, new Format.Style(false, true, new Viewpoint("../", ""))))
                .isEqualTo("""
                        ../web app/Dockerfile:1:6: warning: image python has no tag; name its version [pin-base-image]
                        ../web app/Dockerfile:2:5: style: old form of ENV; write API_TOKEN=… [legacy-key-value]
                        ../web app/Dockerfile:2:5: error: API_TOKEN stays in the image; mount a secret [secret-in-arg-or-env]
                        ../web app/Dockerfile:5:6: info: 100%: a, b␊c [unknown-to-the-index]
                        fault: gone/Dockerfile: no such file
                        fault: rule broken in compose.yaml: index 3 out of bounds
                        """);
    }

    @Test
    void colourIsOnlyAddedToThePlainReport() throws IOException {
        String colored = write(Format.TEXT, Samples.FULL, new Format.Style(true, false, Viewpoint.ROOT));
        assertThat(colored).contains("\033[1;31merror\033[0m");
        assertThat(colored.replaceAll("\033\\[[0-9;]*m", "")).isEqualTo(write(Format.TEXT, Samples.FULL));
    }

    @ParameterizedTest
    @CsvSource({
        "/p, /p, a/Dockerfile, a/Dockerfile",
        "/p/a, /p, a/Dockerfile, Dockerfile",
        "/p/a/b, /p, a/Dockerfile, ../Dockerfile",
        "/p/a/b, /p, ab/Dockerfile, ../../ab/Dockerfile",
        "/, /p/q, Dockerfile, p/q/Dockerfile",
        "/x/y, /p, Dockerfile, ../../p/Dockerfile",
    })
    void pathsAreSeenFromTheWorkingDirectory(String directory, String root, String path, String seen) {
        assertThat(Viewpoint.of(Path.of(directory), Path.of(root)).path(path)).isEqualTo(seen);
    }

    @Test
    void nothingFoundIsOneLine() throws IOException {
        var clean = new Outcome(List.of(), List.of(), List.of(), List.of("Dockerfile"));
        assertThat(write(Format.TEXT, clean)).isEqualTo("no problems in 1 file\n");
    }

    @Test
    void aLongLineIsShownAroundTheWords() throws IOException {
        String text = "RUN " + "a".repeat(300) + " bad " + "z".repeat(300);
        assertThat(excerpt(text, "bad"))
                .isEqualTo(
                        "  1 | …" + "a".repeat(19) + " bad " + "z".repeat(76) + "…\n    |" + " ".repeat(22) + "^^^\n");
        assertThat(excerpt(text, "z".repeat(300)))
                .endsWith(" …" + "a".repeat(15) + " bad " + "z".repeat(80) + "…\n    |" + " ".repeat(22)
                        + "^".repeat(80) + "\n");
    }

    @Test
    void wideCharactersAndTabsKeepTheCaretsInPlace() throws IOException {
        assertThat(excerpt("日本\t\u202ebad", "bad")).isEqualTo("  1 | 日本    <U+202e>bad\n    |                 ^^^\n");
    }

    @Test
    void anEmptyPlaceAtTheEndHasACaret() throws IOException {
        assertThat(excerpt("FROM a\n", "")).isEqualTo("  1 | FROM a\n    | ^\n");
        var source = Source.of("Dockerfile", "FROM a\n");
        assertThat(excerpt(source, Span.at(7))).isEqualTo("  2 |\n    | ^\n");
    }

    private static String excerpt(String text, String words) throws IOException {
        var source = Source.of("Dockerfile", text);
        int start = text.indexOf(words);
        return excerpt(source, new Span(start, start + words.length()));
    }

    private static String excerpt(Source source, Span span) throws IOException {
        var finding =
                new Finding("r", Severity.ERROR, new Place(source, span), "m", List.of(), List.of(), Optional.empty());
        String report = write(Format.TEXT, new Outcome(List.of(finding), List.of(), List.of(), List.of("Dockerfile")));
        return report.substring(report.indexOf('\n') + 1, report.indexOf("\n\n") + 1);
    }
}
