package dev.drydock.syntax.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.source.Problem;
import dev.drydock.source.Source;
import dev.drydock.source.Text;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DockerfileReaderTest {

    private static Dockerfile read(String text) {
        return DockerfileReader.read(Source.of("Dockerfile", text));
    }

    private static Instruction only(String line) {
        Dockerfile file = read("FROM a\n" + line);
        assertThat(file.problems()).isEmpty();
        assertThat(file.instructions()).hasSize(2);
        return file.instructions().get(1);
    }

    private static List<String> messages(String text) {
        return read(text).problems().stream().map(Problem::message).toList();
    }

    @Test
    void anApostropheInACommentInsideAContinuationSwallowsNothing() {
        Dockerfile file = read("FROM a\nRUN x \\\n# don't\n  y\nCMD [\"z\"]\n");
        assertThat(file.instructions()).extracting(Instruction::keyword).containsExactly("FROM", "RUN", "CMD");
        var run = (Instruction.Run) file.instructions().get(1);
        assertThat(((CommandLine.Shell) run.command()).text().text()).isEqualTo("x   y");
        assertThat(file.comments()).singleElement().matches(Dockerfile.Comment::continued);
    }

    @Test
    void twoEscapesInARowDoNotContinue() {
        assertThat(read("FROM a\nRUN x \\\\\nRUN y").instructions()).hasSize(3);
    }

    @Test
    void backquoteEscapes() {
        Dockerfile file = read("# escape=`\nFROM a\nRUN dir c:\\ `\n  /b\nENV p=`$x q=$y\n");
        assertThat(file.problems()).isEmpty();
        assertThat(file.instructions()).hasSize(3);
        var env = (Instruction.Env) file.instructions().get(2);
        assertThat(env.pairs().getFirst().value().value()).isEqualTo(Text.of("$x"));
        assertThat(env.pairs().get(1).value().variables()).hasSize(1);
    }

    @Test
    void heredocs() {
        Dockerfile file =
                read("FROM a\nRUN <<A cat && <<-'B' sh\none\nA\n\ttwo $x\n\tB\nCOPY <<\"C d\" <<E /x/\n1\nC d\n2\nE\n");
        assertThat(file.problems()).isEmpty();
        var run = (Instruction.Run) file.instructions().get(1);
        assertThat(run.heredocs()).extracting(Heredoc::name).containsExactly("A", "B");
        assertThat(run.heredocs()).extracting(Heredoc::expand).containsExactly(true, false);
        assertThat(run.heredocs()).extracting(h -> h.body().text()).containsExactly("one\n", "two $x\n");
        var copy = (Instruction.Copy) file.instructions().get(2);
        assertThat(copy.heredocs()).extracting(h -> h.body().text()).containsExactly("1\n", "2\n");
        assertThat(copy.destination().text()).isEqualTo("/x/");
    }

    @Test
    void aJsonFormHasNoHeredocAndAnUnclosedOneIsSaid() {
        assertThat(read("FROM a\nRUN [\"sh\", \"<<EOF\"]\nEOF\n").problems()).hasSize(1);
        assertThat(messages("FROM a\nRUN <<EOF\nx\n"))
                .containsExactly("heredoc is never closed; end it with a line that is just EOF");
    }

    @Test
    void aQuoteInsideBracesOpensNoHeredocName() {
        assertThat(((Instruction.Run) only("RUN <<${a'}")).heredocs()).isEmpty();
        assertThat(((Instruction.Run) only("RUN <<${a\"}")).heredocs()).isEmpty();
        assertThat(((Instruction.Run) only("RUN <<${a'} b'")).heredocs()).isEmpty();
    }

    @Test
    void wordsOfEnv() {
        var env = (Instruction.Env) only("ENV a=\"b c\" d='$e' f=g\\ h i=${j:-k}l m=");
        assertThat(env.pairs()).hasSize(5);
        Map<String, Text> none = Map.of();
        assertThat(env.pairs())
                .extracting(p -> p.value().value(none::get))
                .containsExactly(Text.of("b c"), Text.of("$e"), Text.of("g h"), Text.of("kl"), Text.of(""));
        assertThat(env.legacy()).isFalse();
    }

    @Test
    void anEscapedQuoteDoesNotOpenAQuote() {
        var env = (Instruction.Env) only("ENV a=\\\"x b=c d=\"e\"");
        assertThat(env.pairs()).extracting(Pair::name).containsExactly("a", "b", "d");
    }

    @Test
    void legacyEnvTakesTheRestOfTheLine() {
        var env = (Instruction.Env) only("ENV key  a b = c ");
        assertThat(env.legacy()).isTrue();
        assertThat(env.pairs().getFirst().value().text()).isEqualTo("a b = c");
    }

    @Test
    void flagsAreReadBeforeWordsAndNotAmongThem() {
        var copy = (Instruction.Copy) only("COPY --from=\"b\" --chown=1:2 x --y /z");
        assertThat(copy.from().text()).isEqualTo("b");
        assertThat(copy.sources()).extracting(Word::text).containsExactly("x", "--y");
    }

    @Test
    void modifiers() {
        Map<String, Text> set = Map.of("s", Text.of("v"), "e", Text.of(""), "u", Text.unknown());
        var env = (Instruction.Env)
                only(
                        "ENV a=${s:-d} b=${e:-d} c=${e-d} d=${n-d} e=${s:+d} f=${e+d} g=${n:+d} h=${n:-${s}x} i=${u:-d} j=${s%x}");
        assertThat(env.pairs())
                .extracting(p -> p.value().value(set::get).or("?"))
                .containsExactly("v", "d", "", "d", "d", "d", "", "vx", "?", "?");
    }

    @Test
    void mounts() {
        var run = (Instruction.Run)
                only("RUN --mount=type=cache,target=/x,sharing=locked --mount=from=b,src=/y,dst=/z,ro make");
        assertThat(run.mounts()).extracting(Mount::type).containsExactly("cache", "bind");
        assertThat(run.mounts().get(1).target().text()).isEqualTo("/z");
        assertThat(messages("FROM a\nRUN --mount=type=bogus,target=/x y\n"))
                .singleElement()
                .asString()
                .startsWith("no mount type bogus");
        assertThat(messages("FROM a\nRUN --mount=type=cache y\n")).hasSize(1);
    }

    @Test
    void invalidExecForms() {
        assertThat(messages("FROM a\nCMD ['a', 'b']")).hasSize(1);
        assertThat(messages("FROM a\nCMD [\"a\", \"b\",]")).hasSize(1);
        assertThat(messages("FROM a\nCMD [“a”]")).hasSize(1);
        assertThat(messages("FROM a\nRUN [ \"$a\" = \"b\" ] && c")).isEmpty();
        assertThat(messages("FROM a\nRUN [ -f x ]")).isEmpty();
    }

    @Test
    void errorsRecoverAtTheNextInstruction() {
        Dockerfile file = read("FROM a b\nCOPY x\nFOO y\nRUN --foo z\nENV\nWORKDIR /w\n");
        assertThat(file.instructions()).hasSize(6);
        assertThat(file.problems()).hasSize(5);
    }

    @Test
    void aByteOrderMarkAndCarriageReturnsAreNoContent() {
        Dockerfile file = read("\uFEFF# escape=`\r\nFROM a\r\nRUN x `\r\n y\r\n");
        assertThat(file.problems()).isEmpty();
        assertThat(file.escape()).isEqualTo('`');
        assertThat(file.instructions()).hasSize(2);
    }

    @Property(tries = 20000)
    void neverThrowsAndKeepsItsSpans(@ForAll @From("texts") String text) {
        SpansInOrder.check(read(text));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "FROM ",
                        "RUN ",
                        "COPY ",
                        "ADD ",
                        "ENV ",
                        "ARG ",
                        "ONBUILD ",
                        "HEALTHCHECK ",
                        "CMD ",
                        "SHELL ",
                        "LABEL ",
                        "# ",
                        "escape=`",
                        "\n",
                        "\n",
                        "\n",
                        "\r\n",
                        "\\\n",
                        "`\n",
                        " ",
                        "\t",
                        "\"",
                        "'",
                        "$",
                        "${",
                        "}",
                        "a",
                        "b=c",
                        "--from=",
                        "--mount=",
                        "type=cache,",
                        "<<EOF",
                        "<<-'X'",
                        "\nEOF\n",
                        "X",
                        "[",
                        "]",
                        ",",
                        "\"x\"",
                        "\\",
                        "`",
                        ":-",
                        "/",
                        "\u00e9",
                        "\uD83D\uDE00",
                        "\uFEFF",
                        "\0",
                        "NONE",
                        "AS ",
                        "|",
                        "&&")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }
}
