package dev.drydock.report;

import dev.drydock.rule.BuiltIndex;
import dev.drydock.rule.Finding;
import dev.drydock.rule.Finding.Step;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Outcome;
import dev.drydock.rule.Outcome.Fault;
import dev.drydock.rule.Outcome.Suppressed;
import dev.drydock.rule.RuleIndex;
import dev.drydock.rule.Severity;
import dev.drydock.source.Edit;
import dev.drydock.source.Place;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Outcomes made by hand, with everything that a report can hold.
final class Samples {

    static final RuleIndex RULES = rules();

    static final Source DOCKERFILE = Source.of("web app/Dockerfile", """
            FROM python
            ENV API_TOKEN hunter2
            # drydock ignore=pin-base-image it is ours
            FROM "größe😀" AS x
            \tRUN echo \u001b[31m \\
              && true
            """);

    static final Source COMPOSE = Source.of("compose.yaml", "services:\n  web:\n    build: web app\n");

    static final Outcome FULL = full();

    private Samples() {}

    static Place place(Source source, String words) {
        int start = source.text().indexOf(words);
        return new Place(source, new Span(start, start + words.length()));
    }

    private static Outcome full() {
        var pin = new Finding(
                "pin-base-image",
                Severity.WARNING,
                place(DOCKERFILE, "python"),
                "image python has no tag; name its version",
                List.of(new Step(place(COMPOSE, "web app"), "built for service \"web\" here")),
                List.of(
                        new Step(place(DOCKERFILE, "FROM python"), "it begins here"),
                        new Step(place(DOCKERFILE, "x"), "and ships here")),
                Optional.of(Fix.unsafe(
                        "add the tag",
                        DOCKERFILE,
                        Edit.insert(place(DOCKERFILE, "python").span().end(), ":3.13"))));
        Place secret = place(DOCKERFILE, "hunter2");
        var legacy = new Finding(
                "legacy-key-value",
                Severity.STYLE,
                place(DOCKERFILE, "API_TOKEN hunter2"),
                "old form of ENV; write API_TOKEN=…",
                List.of(),
                List.of(),
                Optional.of(Fix.safe(
                        "write key=value",
                        DOCKERFILE,
                        new Edit(place(DOCKERFILE, "API_TOKEN hunter2").span(), "API_TOKEN=hunter2"))));
        var leak = new Finding(
                "secret-in-arg-or-env",
                Severity.ERROR,
                place(DOCKERFILE, "API_TOKEN"),
                "API_TOKEN stays in the image; mount a secret",
                List.of(),
                List.of(),
                Optional.empty(),
                "",
                List.of(secret.span()));
        var run = new Finding(
                "unknown-to-the-index",
                Severity.INFO,
                place(DOCKERFILE, "echo \u001b[31m \\\n  && true"),
                "100%: a, b\nc",
                List.of(),
                List.of(),
                Optional.empty());
        var suppressed = new Finding(
                "pin-base-image",
                Severity.WARNING,
                place(DOCKERFILE, "größe😀"),
                "image größe😀 has no tag; name its version",
                List.of(),
                List.of(),
                Optional.empty());
        return new Outcome(
                List.of(pin, legacy, leak, run),
                List.of(new Suppressed(
                        suppressed, place(DOCKERFILE, "# drydock ignore=pin-base-image it is ours"), "it is ours")),
                List.of(
                        new Fault(Fault.Kind.INPUT, "gone/Dockerfile", "no such file"),
                        new Fault(Fault.Kind.INTERNAL, "rule broken in compose.yaml", "index 3 out of bounds")),
                List.of("compose.yaml", "other/Dockerfile", "web app/Dockerfile"));
    }

    static String write(Format format, Outcome outcome, Format.Style style) throws IOException {
        var out = new StringBuilder();
        format.write(new Run(outcome, RULES), style, out);
        return out.toString();
    }

    static String write(Format format, Outcome outcome) throws IOException {
        return write(format, outcome, Format.Style.PLAIN);
    }

    private static RuleIndex rules() {
        String page = """
                ---
                title: a title
                level: warning
                profile: recommended, strict
                since: 0.1.0
                aliases: DL3006, buildkit:Xxx
                fix: none
                security: 7.5
                options:
                ---
                An image without a tag is another image tomorrow. It may break the build without any change of yours, and nobody
                knows which image was there yesterday.

                ## A heading
                ```dockerfile
                FROM alpine
                ```
                """;
        try {
            return BuiltIndex.of(Map.of(
                    "pin-base-image",
                    page,
                    "legacy-key-value",
                    page.replace("7.5", "0").replace("level: warning", "level: style"),
                    "secret-in-arg-or-env",
                    page.replace("recommended, strict", "strict").replace("level: warning", "level: error")));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
