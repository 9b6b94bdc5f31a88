package dev.drydock.model.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.drydock.source.MemoryTree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Files that are made to be slow or large are read in bounded time and within the heap of the tests, and where
/// something is cut off, somebody says so.
class HostileComposeTest {

    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final String WEB = "services: {web: {image: a}}\n";

    /// A file, made when it is its turn.
    ///
    /// @param said what somebody says of what is cut off; empty where nothing is
    record Hostile(String name, Supplier<String> text, String said) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Hostile> files() {
        return Stream.of(
                new Hostile(
                        "alias bomb", () -> aliasBomb(), "the aliases of this file expand to more than 100000 nodes"),
                new Hostile(
                        "merge bomb", () -> mergeBomb(), "the aliases of this file expand to more than 100000 nodes"),
                new Hostile("deep aliases", () -> deepAliases(), "nested deeper than 200 levels"),
                new Hostile("100,000 keys", () -> many("    environment:\n", i -> "      K" + i + ": v\n"), ""),
                new Hostile(
                        "10 MB",
                        () -> many("    labels:\n", i -> "      K" + i + ": \"" + "v".repeat(90) + "\"\n"),
                        ""),
                new Hostile(
                        "deep flow",
                        () -> WEB + "x-a: " + "[".repeat(10_000) + "]".repeat(10_000) + "\n",
                        "nested deeper than 200 levels"),
                new Hostile("deep block", () -> deepBlock(), "nested deeper than 200 levels"),
                new Hostile(
                        "100,000 ports",
                        () -> many(
                                "    ports:\n", i -> "      - \"127.0." + i % 256 + "." + i / 256 % 256 + ":80:80\"\n"),
                        ""),
                new Hostile(
                        "ranges of ports",
                        () -> many(
                                "    ports:\n",
                                i -> "      - \"127.0." + i % 256 + "." + i / 256 % 256 + ":1-65535:1-65535\"\n"),
                        ""),
                new Hostile("dollars", () -> one("aaaaaaaa$ "), ""),
                new Hostile("open braces", () -> one("aaaaaaa ${"), "\"${\" is never closed"),
                new Hostile("variables", () -> one("a$A:b,c=d "), ""),
                new Hostile(
                        "nested braces",
                        () -> WEB + "x-a: \"" + "${A:-".repeat(20_000) + "}".repeat(20_000) + "\"\n",
                        "this is no variable"),
                new Hostile("documents", () -> (WEB + "---\n").repeat(20_000), "more than 1000 documents"),
                new Hostile(
                        "resets",
                        () -> "services:\n" + services(10_000, i -> "{image: a, user: b}") + "---\nservices:\n"
                                + services(10_000, i -> "{user: !reset null}"),
                        ""),
                new Hostile("subnets", () -> subnets() + "---\n" + subnets(), "these subnets are too many"),
                new Hostile("chain", () -> "services:\n" + services(1000, HostileComposeTest::next), ""),
                new Hostile(
                        "circle",
                        () -> "services:\n" + services(1000, i -> "{extends: s" + (i + 1) % 1000 + "}"),
                        "extends itself"),
                new Hostile(
                        "long chain",
                        () -> "services:\n"
                                + services(20_000, i -> i == 0 ? "{image: a}" : "{extends: s" + (i - 1) + "}"),
                        ""));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileIsReadInTime(Hostile hostile) {
        var tree = new MemoryTree(Map.of("compose.yaml", hostile.text().get()));
        List<String> problems = assertTimeoutPreemptively(BOUND, () -> {
            var messages = new ArrayList<String>();
            MergedProject merged = MergedProject.of(tree, List.of("compose.yaml"), Map.of());
            merged.problems().forEach(problem -> messages.add(problem.message()));
            ComposeFile file = ComposeFile.read(tree.source("compose.yaml"), Map.of());
            assertThat(ComposeProject.of(tree, List.of(file), Arrangement.NONE).variants())
                    .hasSize(1);
            assertThat(file.services()).isNotEmpty();
            return messages;
        });
        if (hostile.said().isEmpty()) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems).anyMatch(message -> message.contains(hostile.said()));
        }
    }

    @Test
    void aThousandFilesIncludeEachOtherInACircle() {
        Map<String, String> files = new HashMap<>();
        for (int i = 0; i < 1000; i++) {
            files.put("c" + i + ".yaml", "include: [c" + (i + 1) % 1000 + ".yaml]\n" + WEB);
        }
        assertThat(problems(files, "c0.yaml")).anyMatch(message -> message.startsWith("c0.yaml includes itself"));
    }

    @Test
    void includesThatDoubleAreCutOff() {
        Map<String, String> files = new HashMap<>();
        for (int i = 0; i < 30; i++) {
            String both = "[a" + (i + 1) + ".yaml, b" + (i + 1) + ".yaml]";
            files.put("a" + i + ".yaml", "include: " + both + "\n" + WEB);
            files.put("b" + i + ".yaml", "include: " + both + "\n" + WEB);
        }
        files.put("a30.yaml", WEB);
        files.put("b30.yaml", WEB);
        assertThat(problems(files, "a0.yaml"))
                .containsExactly("this is one of more than 1000 files that are included; include each once");
    }

    @Test
    void aThousandServicesExtendThoseOfAnotherDirectory() {
        var files = Map.of(
                "compose.yaml",
                "services:\n" + services(3000, i -> "{extends: {file: sub/b.yaml, service: s" + i + "}, user: \"1\"}"),
                "sub/b.yaml",
                "services:\n" + services(3000, _ -> "{image: a, ports: [\"80:80\"]}"));
        assertThat(problems(files, "compose.yaml")).isEmpty();
    }

    @Test
    void servicesExtendEachOtherInACircleOfFiles() {
        Map<String, String> files = new HashMap<>();
        for (int i = 0; i < 1000; i++) {
            files.put(
                    "c" + i + ".yaml",
                    "services: {web: {extends: {file: c" + (i + 1) % 1000 + ".yaml, service: web}}}");
        }
        assertThat(problems(files, "c0.yaml"))
                .containsExactly("service \"web\" extends itself; take one \"extends\" away");
    }

    private static List<String> problems(Map<String, String> files, String path) {
        return assertTimeoutPreemptively(BOUND, () -> {
            var messages = new ArrayList<String>();
            MergedProject.of(new MemoryTree(files), List.of(path), Map.of())
                    .problems()
                    .forEach(problem -> messages.add(problem.message()));
            return messages;
        });
    }

    private static String next(int i) {
        return i == 0 ? "{image: a}" : "{extends: s" + (i - 1) + ", environment: {A" + i + ": \"1\"}}";
    }

    private static String services(int count, IntFunction<String> body) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("  s").append(i).append(": ").append(body.apply(i)).append('\n');
        }
        return text.toString();
    }

    private static String many(String head, IntFunction<String> line) {
        var text = new StringBuilder("services:\n  web:\n    image: a\n").append(head);
        for (int i = 0; i < 100_000; i++) {
            text.append(line.apply(i));
        }
        return text.toString();
    }

    private static String one(String piece) {
        return "services:\n  web:\n    image: a\n    command: \"" + piece.repeat(100_000) + "\"\n";
    }

    private static String subnets() {
        var text = new StringBuilder("services: {web: {image: a}}\nnetworks: {n: {ipam: {config: [");
        for (int i = 0; i < 20_000; i++) {
            text.append("{subnet: \"").append(i).append("\"}, ");
        }
        return text.append("]}}}\n").toString();
    }

    private static String aliasBomb() {
        var text = new StringBuilder("x-0: &a0 [x]\n");
        for (int i = 1; i <= 10; i++) {
            text.append("x-").append(i).append(": &a").append(i).append(" [");
            text.append(("*a" + (i - 1) + ", ").repeat(10)).append("]\n");
        }
        return text + "services: {web: {image: a, command: *a10}}\n";
    }

    private static String mergeBomb() {
        var text = new StringBuilder("x-0: &a0 {k0: 1}\n");
        for (int i = 1; i <= 40; i++) {
            String all = "{<<: [" + ("*a" + (i - 1) + ", ").repeat(10) + "]}";
            text.append("x-")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append("\n  k")
                    .append(i)
                    .append(": ")
                    .append(all);
            text.append("\n  <<: [").append(all).append("]\n");
        }
        return text + "services: {web: {image: a, labels: *a40}}\n";
    }

    private static String deepAliases() {
        var text = new StringBuilder("x-0: &a0 [x]\n");
        for (int i = 1; i < 40; i++) {
            text.append("x-").append(i).append(": &a").append(i).append(' ');
            text.append("[".repeat(100))
                    .append("*a")
                    .append(i - 1)
                    .append("]".repeat(100))
                    .append('\n');
        }
        return text + WEB;
    }

    private static String deepBlock() {
        var text = new StringBuilder(WEB).append("x-a:\n");
        for (int i = 1; i < 3000; i++) {
            text.append(" ".repeat(i)).append("a:\n");
        }
        return text.toString();
    }
}
