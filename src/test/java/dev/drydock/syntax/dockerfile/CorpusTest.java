package dev.drydock.syntax.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.source.MappedText;
import dev.drydock.source.Problem;
import dev.drydock.source.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Judges the reader against BuildKit's recorded verdicts over real files.
class CorpusTest {

    private static final Path CORPUS = Path.of(System.getProperty("drydock.corpus", "../shared/corpus"));
    private static final Pattern VERDICT = Pattern.compile("\"path\": \"([^\"]+)\", \"accepted\": (true|false)");

    /// Files on which Drydock says no and the recorded parser yes: `z` is a mount key of Buildah's; BuildKit
    /// refuses it too, but only when it builds, and the verdicts come from its parser.
    private static final Set<String> REFUSED_WHEN_BUILT = Set.of(
            "dockerfiles/containers__buildah__tests__bud__buildkit-mount__Containerfile5",
            "dockerfiles/containers__buildah__tests__bud__buildkit-mount__Dockerfile",
            "dockerfiles/containers__buildah__tests__bud__verify-cleanup__Dockerfile");

    private record Verdict(String path, boolean accepted) {
        Source source() throws Exception {
            return Source.of(path, Files.readAllBytes(CORPUS.resolve(path)));
        }
    }

    private static List<Verdict> verdicts() throws Exception {
        Path file = CORPUS.resolve("verdicts-dockerfiles.jsonl");
        assumeTrue(Files.exists(file), "no corpus at " + CORPUS + "; -Ddrydock.corpus names it");
        var verdicts = new ArrayList<Verdict>();
        for (String line : Files.readAllLines(file)) {
            Matcher matcher = VERDICT.matcher(line);
            assertThat(matcher.find()).isTrue();
            verdicts.add(new Verdict(matcher.group(1), matcher.group(2).equals("true")));
        }
        return verdicts;
    }

    @Test
    void agreesWithBuildKitOnWhatIsADockerfile() throws Exception {
        var different = new ArrayList<String>();
        for (Verdict verdict : verdicts()) {
            Source source = verdict.source();
            List<Problem> fatal = DockerfileReader.read(source).problems().stream()
                    .filter(CorpusTest::rejects)
                    .toList();
            boolean accepted = fatal.isEmpty() && source.firstInvalid() < 0;
            if (accepted != verdict.accepted() && !REFUSED_WHEN_BUILT.contains(verdict.path())) {
                different.add((accepted ? "too lax " : "too strict ") + verdict.path() + " " + fatal);
            }
        }
        assertThat(different).isEmpty();
    }

    private static boolean rejects(Problem problem) {
        return switch (problem.kind()) {
            case SYNTAX_ERROR, UNKNOWN_INSTRUCTION, UNKNOWN_FLAG, INSTRUCTION_ORDER, NESTED_ONBUILD -> true;
            case EMPTY_CONTINUATION,
                    INVALID_EXEC_FORM,
                    SHELL_SYNTAX_ERROR,
                    COMPOSE_SYNTAX_ERROR,
                    INVALID_INTERPOLATION -> false;
        };
    }

    /// No instruction is lost or swallowed: what the reader joined is what a second splitter, written for this test
    /// only, joins.
    @Test
    void joinsTheSameInstructionsAsASecondSplitter() throws Exception {
        int instructions = 0;
        for (Verdict verdict : verdicts()) {
            Source source = verdict.source();
            if (!verdict.accepted()) {
                continue;
            }
            Dockerfile read = DockerfileReader.read(source);
            List<String> joined = read.instructions().stream()
                    .map(Instruction::head)
                    .map(Instruction.Head::text)
                    .map(MappedText::text)
                    .map(String::strip)
                    .toList();
            assertThat(joined).as(verdict.path()).isEqualTo(SecondSplitter.split(source.text()));
            instructions += joined.size();
        }
        assertThat(instructions).isGreaterThan(50_000);
    }

    @Test
    void everySpanIsInsideTheTextAndInOrder() throws Exception {
        for (Verdict verdict : verdicts()) {
            SpansInOrder.check(DockerfileReader.read(verdict.source()));
        }
    }
}
